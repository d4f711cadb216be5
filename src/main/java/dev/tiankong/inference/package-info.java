/** Turns masked text into ranked candidates. Knows nothing of batches, HTTP or queues. */
package dev.tiankong.inference;
