package dev.tiankong.inference;

import dev.tiankong.wording.Sentence;
import java.util.List;

/** No model of that name is installed; the message lists those that are. */
public class UnknownModelException extends ModelUnavailableException {

  private final transient Sentence sentence;

  UnknownModelException(String name, List<String> known) {
    this(
        (known.isEmpty()
                ? Sentence.of("There is no model \"{found}\". None is installed: import one first.")
                : Sentence.of("There is no model \"{found}\". Installed: {known}."))
            .with(Sentence.OPTION, "model")
            .with("found", name)
            .with("known", known));
  }

  private UnknownModelException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  public Sentence sentence() {
    return sentence;
  }
}
