/** What the lines of the log say besides their message. */
package dev.tiankong.logging;
