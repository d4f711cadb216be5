/** What the lines of the log say besides their message, and how a failure is written down. */
package dev.tiankong.logging;
