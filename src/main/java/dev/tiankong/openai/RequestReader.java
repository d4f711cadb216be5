package dev.tiankong.openai;

import dev.tiankong.batch.intake.IntakeLimits;
import dev.tiankong.batch.intake.RecordReader;
import dev.tiankong.batch.intake.StorableText;
import dev.tiankong.batch.store.DuplicateIndex;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.Characters;
import dev.tiankong.request.DecodedBody;
import dev.tiankong.request.UndecodableBodyException;
import dev.tiankong.task.InvalidOptionsException;
import dev.tiankong.task.TaskOptions;
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
          requests.add(LineError.ofFile("empty_file", "There is no request in the file."));
        }
      } catch (UndecodableBodyException e) {
        requests.add(new LineError("invalid_encoding", number + 1, e.getMessage(), null));
      } catch (ProblemException e) {
        requests.add(new LineError("line_too_long", number + 1, e.getMessage(), null));
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
      } catch (InvalidLineException e) {
        requests.add(e.at(number));
      }
    }

    private void requireUnique(String customId) {
      if (!Characters.areStorable(customId)) {
        throw InvalidLineException.invalid(
            "custom_id", "The custom_id holds a NUL or half a surrogate pair: remove it.");
      }
      Integer first = customIds.firstOf(customId, number);
      if (first != null) {
        throw new InvalidLineException(
            "duplicate_custom_id",
            "Line %d has the same custom_id: each must be unique in its batch.".formatted(first),
            "custom_id");
      }
    }

    private void requireShort(String text) {
      limits
          .refuse(text)
          .ifPresent(
              error -> {
                throw InvalidLineException.invalid("body.input", error.message());
              });
    }

    private TaskOptions prepare(TaskOptions wanted) {
      try {
        return endpoint.task().prepare(wanted).options();
      } catch (InvalidOptionsException e) {
        throw InvalidLineException.ofOption(e.sentence().renamed(endpoint.names()));
      }
    }

    private void requireRoom(TaskOptions options) {
      if (requests.size() == limits.texts()) {
        throw new InvalidLineException(
            "too_many_requests",
            "A batch takes at most %d requests: split it into several.".formatted(limits.texts()),
            null);
      }
      if (requests.sets() == MOST_SETS && !requests.has(options)) {
        throw new InvalidLineException(
            "too_many_options",
            "The requests of a batch can have %d different sets of options: sort them into several batches."
                .formatted(MOST_SETS),
            "body");
      }
    }
  }
}
