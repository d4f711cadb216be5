/** Webhooks over HTTP: their secret, and what became of them. */
package dev.tiankong.webhook.api;
