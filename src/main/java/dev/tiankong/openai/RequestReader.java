package dev.tiankong.openai;

import dev.tiankong.batch.intake.IntakeLimits;
import dev.tiankong.batch.intake.RecordReader;
import dev.tiankong.batch.intake.StorableText;
import dev.tiankong.batch.store.DuplicateIndex;
import dev.tiankong.request.Characters;
import dev.tiankong.request.DecodedBody;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads an input file to its end, or until too much is wrong with it. */
@ApplicationScoped
class RequestReader {

  /** Each is a batch of ours, of which a user can have a thousand open. */
  private static final int MOST_SETS = 100;

  @Inject IntakeLimits limits;

  /**
   * @return to be closed when it was handed on
   */
  Requests read(InputStream file, Endpoint endpoint) throws IOException {
    Requests requests = new Requests();
    try {
      Reading reading = new Reading(requests, endpoint);
      reading.read(file);
      return requests;
    } catch (IOException | RuntimeException e) {
      requests.close();
      throw e;
    }
  }

  /** One file. */
  private final class Reading {

    private final Requests requests;
    private final Endpoint endpoint;
    private final DuplicateIndex customIds = new DuplicateIndex();
    private final Map<TaskOptions, TaskOptions> prepared = new HashMap<>();
    private int number;

    Reading(Requests requests, Endpoint endpoint) {
      this.requests = requests;
      this.endpoint = endpoint;
    }

    void read(InputStream file) throws IOException {
      RecordReader records = new RecordReader(new DecodedBody(file, StandardCharsets.UTF_8));
      BufferedReader lines = new BufferedReader(records);
      try {
        for (String line = lines.readLine();
            line != null && !requests.hasEnoughErrors();
            line = lines.readLine()) {
          number++;
          records.nextRecord();
          if (!line.isBlank()) {
            add(line);
          }
        }
        if (requests.size() == 0 && requests.errors().isEmpty()) {
          requests.add(LineError.ofFile("empty_file", "The file has no requests."));
        }
      } catch (Refusal e) {
        boolean tooLong = e.code() == ProblemCode.RECORD_TOO_LONG;
        requests.add(
            new LineError(
                tooLong ? "line_too_long" : "invalid_encoding", number + 1, e.getMessage(), null));
      }
    }

    private void add(String line) {
      try {
        RequestLine request = RequestLine.read(line, number, endpoint);
        requireUnique(request.customId());
        requireShort(request.text());
        TaskOptions options = prepared.computeIfAbsent(request.options(), this::prepare);
        requireRoom(options);
        requests.add(options, StorableText.of(request.text(), request.customId(), null, number));
      } catch (Refusal e) {
        if (!(e.code() instanceof OpenAiCode)) {
          // Not about this line.
          throw e;
        }
        requests.add(LineError.at(number, e));
      }
    }

    private void requireUnique(String customId) {
      if (!Characters.areStorable(customId)) {
        throw OpenAiCode.INVALID_VALUE.about(
            "custom_id", "The custom_id contains NUL or an unpaired surrogate: remove it.");
      }
      Integer first = customIds.firstOf(customId, number);
      if (first != null) {
        throw OpenAiCode.DUPLICATE_CUSTOM_ID.about(
            "custom_id",
            Sentence.of("Line {first} has the same custom_id: each must be unique in its batch.")
                .with("first", first));
      }
    }

    private void requireShort(String text) {
      limits
          .refuse(text)
          .ifPresent(
              error -> {
                throw OpenAiCode.INVALID_VALUE.about("body.input", error.sentence());
              });
    }

    private TaskOptions prepare(TaskOptions wanted) {
      try {
        return endpoint.task().prepare(wanted).options();
      } catch (Refusal e) {
        throw e.code() == ProblemCode.TASK_UNAVAILABLE ? e : RequestLine.ofOption(e, endpoint);
      }
    }

    private void requireRoom(TaskOptions options) {
      if (requests.size() == limits.texts()) {
        throw new Refusal(
            OpenAiCode.TOO_MANY_REQUESTS,
            Sentence.of("A batch can have at most {most} requests: split it.")
                .with("most", limits.texts()));
      }
      if (requests.sets() == MOST_SETS && !requests.has(options)) {
        throw OpenAiCode.TOO_MANY_OPTIONS.about(
            "body",
            Sentence.of(
                    "The requests of a batch can have {most} different sets of options: split them into several batches.")
                .with("most", MOST_SETS));
      }
    }
  }
}
