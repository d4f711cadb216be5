/**
 * The life of a batch: submitted, cut into chunks, worked off chunk by chunk, closed by the last
 * one. The rows decide; a message only says that there may be something to do.
 */
package dev.tiankong.batch;
