package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Hugging Face's pipeline in a process of its own, which only computes when it is asked. */
final class Peer implements AutoCloseable {

  private static final String FOLDER = "src/bench/peer/";

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter requests;

  private Peer(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  static void export(String python, Path source, Path folder) throws IOException {
    Process export = python(python, "export.py", source, folder);
    try {
      if (export.waitFor() != 0) {
        throw new IOException("export.py failed");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  static Peer start(String python, Path model, Path sentences) throws IOException {
    Peer peer = new Peer(python(python, "pipeline.py", model, sentences));
    peer.answer();
    return peer;
  }

  private static Process python(String python, String script, Path... arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(python, FOLDER + script);
    for (Path argument : arguments) {
      builder.command().add(argument.toString());
    }
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  void compute(int threads) throws IOException {
    requests.println("threads " + threads);
    answer();
  }

  /** How long it takes to fill all sentences, so many at a time. */
  Took fill(int size) throws IOException {
    requests.println("fill " + size);
    JsonObject took = answer().asJsonObject();
    return new Took(
        took.getJsonNumber("seconds").doubleValue(), took.getJsonNumber("processor").doubleValue());
  }

  /** For each sentence the best token ids and their scores. */
  JsonArray answers(int topK) throws IOException {
    requests.println("answers " + topK);
    return answer().asJsonArray();
  }

  private JsonValue answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The peer ended; what it wrote above says why.");
    }
    try (var reader = Json.createReader(new StringReader(line))) {
      return reader.readValue();
    }
  }

  @Override
  public void close() {
    requests.close();
    process.destroy();
  }
}
