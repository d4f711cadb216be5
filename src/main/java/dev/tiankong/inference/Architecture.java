package dev.tiankong.inference;

/**
 * The sizes of a BERT.
 *
 * @param intermediate the width inside the feed-forward layers
 */
public record Architecture(int layers, int hidden, int heads, int intermediate, int vocabulary) {}
