/** The installed models over HTTP. */
package dev.tiankong.inference.api;
