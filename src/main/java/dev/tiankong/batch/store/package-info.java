/**
 * Texts and results as rows: written by COPY, shared between equal texts, kept in tables of a day
 * each.
 */
package dev.tiankong.batch.store;
