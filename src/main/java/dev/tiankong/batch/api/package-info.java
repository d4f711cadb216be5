/** Batches over HTTP: the service's own routes, and those of the tutorial that it replaces. */
package dev.tiankong.batch.api;
