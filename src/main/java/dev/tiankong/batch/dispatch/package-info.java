/** Which chunks are in the queue, and when the next ones follow. */
package dev.tiankong.batch.dispatch;
