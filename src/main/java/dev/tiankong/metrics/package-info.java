/** Counts and times what happens on this server, for Prometheus. */
package dev.tiankong.metrics;
