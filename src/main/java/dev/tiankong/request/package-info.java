/** Reads what clients send, and says what is wrong with it and where. */
package dev.tiankong.request;
