package dev.tiankong.batch.intake;

import dev.tiankong.batch.SubmittedText;
import dev.tiankong.request.DecodedBody;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a format makes of a body, of at most 10 texts of 100 characters, with 5 columns. */
record ReadBody(List<SubmittedText> texts, JsonObject options) {

  static ReadBody of(BodyFormat format, String body) throws IOException {
    return of(format, body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static ReadBody of(BodyFormat format, byte[] body, Charset charset) throws IOException {
    return of(format, body, charset, CsvGuard.ON);
  }

  static ReadBody of(BodyFormat format, byte[] body, Charset charset, CsvGuard csvGuard)
      throws IOException {
    IntakeLimits limits = new IntakeLimits();
    limits.texts = 10;
    limits.characters = 100;
    limits.columns = 5;
    TextCollector texts = new TextCollector(limits, csvGuard);
    JsonObject options =
        format.read(texts.reader(new DecodedBody(new ByteArrayInputStream(body), charset)), texts);
    List<SubmittedText> read = new ArrayList<>();
    texts.texts().forEach((index, text) -> read.add(text));
    texts.discard();
    return new ReadBody(read, options);
  }

  static JsonObject json(String input) {
    return Json.createReader(new StringReader(input)).readObject();
  }

  List<Integer> lines() {
    return texts.stream().map(SubmittedText::line).toList();
  }

  /** The texts as if each stood in the first line. */
  List<SubmittedText> withoutLines() {
    return texts.stream()
        .map(text -> new SubmittedText(text.text(), text.error(), text.customId(), text.input(), 1))
        .toList();
  }
}
