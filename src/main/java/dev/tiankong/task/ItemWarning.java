package dev.tiankong.task;

/**
 * Something in a text that was perhaps meant otherwise than it is read.
 *
 * @param code stable, for programs
 * @param position where it starts in the text, in Unicode code points from 0
 * @param length in Unicode code points
 * @param found what stands there
 * @param suggestion what may have been meant
 */
public record ItemWarning(String code, int position, int length, String found, String suggestion) {}
