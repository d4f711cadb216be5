package dev.tiankong.openai;

import dev.tiankong.batch.SubmittedText;
import dev.tiankong.batch.SubmittedTexts;
import dev.tiankong.task.TaskOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What an input file asks for: texts, sorted by how they are to be worked on. A batch of ours has
 * one set of options, so that each set becomes a batch.
 */
final class Requests implements AutoCloseable {

  /** Nobody mends more than that before he tries again. */
  private static final int MOST_ERRORS = 100;

  private final Map<TaskOptions, SubmittedTexts> texts = new LinkedHashMap<>();
  private final List<LineError> errors = new ArrayList<>();
  private int size;

  void add(TaskOptions options, SubmittedText text) {
    texts.computeIfAbsent(options, set -> new SubmittedTexts()).add(text);
    size++;
  }

  void add(LineError error) {
    errors.add(error);
  }

  boolean hasEnoughErrors() {
    return errors.size() >= MOST_ERRORS;
  }

  int size() {
    return size;
  }

  int sets() {
    return texts.size();
  }

  boolean has(TaskOptions options) {
    return texts.containsKey(options);
  }

  List<LineError> errors() {
    return errors;
  }

  void forEach(BiConsumer<TaskOptions, SubmittedTexts> use) {
    texts.forEach(use);
  }

  @Override
  public void close() {
    texts.values().forEach(SubmittedTexts::discard);
  }
}
