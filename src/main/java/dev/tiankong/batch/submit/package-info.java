/** Takes a batch in: its rows, its chunks and the first messages, in one transaction. */
package dev.tiankong.batch.submit;
