package dev.tiankong.inference;

/**
 * One word that may stand in a blank.
 *
 * @param token what a person would write there: a whole word or a single character
 * @param score its probability in [0, 1], the softmax over the whole vocabulary at the mask
 */
public record Candidate(String token, float score) {}
