/** What operators see and do: queues, dead letters, workers. */
package dev.tiankong.operations;
