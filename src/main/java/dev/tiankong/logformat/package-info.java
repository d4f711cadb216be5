/** Keeps foreign values from forging log lines and from controlling a terminal; a server module. */
package dev.tiankong.logformat;
