/** Which tasks there are, and what can be asked of each. */
package dev.tiankong.task.api;
