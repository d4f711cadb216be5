/** A few texts filled at once over HTTP: our own route, and Hugging Face's. */
package dev.tiankong.task.fillmask.api;
