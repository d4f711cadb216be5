package dev.tiankong.task.fillmask;

/**
 * @param token what may stand at a place in the text
 * @param score its probability in [0, 1]
 */
public record Prediction(String token, float score) {}
