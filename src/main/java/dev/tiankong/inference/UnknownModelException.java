package dev.tiankong.inference;

import java.util.List;

/** No model of that name is installed; the message lists those that are. */
public class UnknownModelException extends ModelUnavailableException {

  UnknownModelException(String name, List<String> known) {
    super(
        "There is no model \"%s\". %s"
            .formatted(
                name,
                known.isEmpty()
                    ? "None is installed: import one first."
                    : "Installed: " + String.join(", ", known) + "."));
  }
}
