/** Carries chunks through Artemis to the workers, and their answers back to the batch. */
package dev.tiankong.work;
