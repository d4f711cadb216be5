/** What is read of batches: their status, results, errors, attempts and dead letters. */
package dev.tiankong.batch.query;
