package dev.tiankong.batch;

/** Texts had their answer from an earlier batch; to be heard of once that is committed. */
public record AnswersRecalled(int texts) {}
