/** Batches for applications that sit on the message broker: they submit there, and hear of all. */
package dev.tiankong.messages;
