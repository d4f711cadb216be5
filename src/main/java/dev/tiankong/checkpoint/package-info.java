/** Turns a published BERT checkpoint into a model directory. Runs beside the server, not in it. */
package dev.tiankong.checkpoint;
