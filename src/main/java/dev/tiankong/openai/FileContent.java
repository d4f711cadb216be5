package dev.tiankong.openai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes a file out, whatever its content is made of, with a piece at a time in memory. */
@ApplicationScoped
class FileContent {

  @Inject FileParts parts;
  @Inject AnswerLines answers;

  void write(StoredFile file, OutputStream out) throws IOException {
    if (file.kind() != FileKind.INPUT) {
      answers.write(file.batchId(), file.kind(), out);
      return;
    }
    try (InputStream content = parts.content(file)) {
      content.transferTo(out);
    }
  }
}
