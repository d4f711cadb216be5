/**
 * Tells the ends of batches to whom their owners named, over HTTP, by the Standard Webhooks scheme.
 */
package dev.tiankong.webhook;
