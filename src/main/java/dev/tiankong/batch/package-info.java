/**
 * Rules and state of batches, chunks and attempts. The rows decide; a message only says that there
 * may be something to do. How a batch comes in is in {@code batch.submit}, how its chunks reach the
 * queue in {@code batch.dispatch}, how they are worked on in {@code work}, how answers are kept in
 * {@code batch.store}, how they are read in {@code batch.query}.
 */
package dev.tiankong.batch;
