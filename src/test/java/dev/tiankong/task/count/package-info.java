/** A second task, to show that one is a package: only this one knows it. */
package dev.tiankong.task.count;
