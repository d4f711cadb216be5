package dev.tiankong.batch;

/**
 * What is known of a new batch's items once they are stored.
 *
 * @param costs tokens of each text; 0 for one that is refused or has a duplicate's result
 * @param duplicates how many share the result of an earlier one
 * @param refused how many can never be answered
 * @param warned how many of the others have warnings
 */
public record StoredItems(int[] costs, int duplicates, int refused, int warned) {}
