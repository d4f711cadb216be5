/** Answers a few texts at once, beside the batches and without waiting behind them. */
package dev.tiankong.interactive;
