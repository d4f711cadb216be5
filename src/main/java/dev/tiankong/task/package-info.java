/**
 * What can be done with a text: a {@link dev.tiankong.task.TextTask} is one place, and everything
 * else knows tasks by this package only.
 */
package dev.tiankong.task;
