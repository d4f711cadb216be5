/** The only reader of the system clock. */
package dev.tiankong.time;
