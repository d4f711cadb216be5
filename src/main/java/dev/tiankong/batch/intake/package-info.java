/** Reads submissions out of request bodies, whatever format these have. */
package dev.tiankong.batch.intake;
