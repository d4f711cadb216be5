/** Everything that only the task fill-mask knows: its options, answers and formats. */
package dev.tiankong.task.fillmask;
