package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.background.BackgroundThreads;
import dev.tiankong.batch.IdempotencyKey;
import dev.tiankong.batch.Label;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.submit.CallbackCheck;
import dev.tiankong.request.DecodedBody;
import dev.tiankong.request.FormBody;
import dev.tiankong.request.JsonMembers;
import dev.tiankong.request.QueryNames;
import dev.tiankong.request.UnpackBody;
import dev.tiankong.task.Tasks;
import dev.tiankong.task.TextTask;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the body of a submit to its end. */
@ApplicationScoped
@QueryNames(
    once = {"csvGuard", "task", "priority", "name", "ttl", "notBefore", "callbackUrl"},
    repeated = "tags")
public class SubmissionReader {

  /** Bytes from which on a body is read behind what others wait for. */
  private static final int LARGE = 100_000;

  private static final List<String> BESIDE_OPTIONS =
      Stream.concat(LabelJson.KNOWN.stream(), Stream.of(Tasks.TASK)).toList();

  @Inject Instance<BodyFormat> formats;
  @Inject Tasks tasks;
  @Inject QueryMembers queryMembers;
  @Inject BackgroundThreads background;
  @Inject IntakeLimits limits;
  @Inject UnpackBody unpackBody;
  @Inject CallbackCheck callbacks;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "tiankong.batch.ttl")
  Optional<Duration> ttl;

  @Inject
  @ConfigProperty(name = "tiankong.batch.max.delay", defaultValue = "P30D")
  Duration maxDelay;

  /**
   * @return to be closed when it was handed on
   * @throws Refusal if the body is not a submission
   */
  public Submission read(
      InputStream body, UriInfo uri, HttpHeaders headers, SecurityContext security) {
    MediaType type = headers.getMediaType();
    CsvGuard csvGuard = CsvGuard.of(uri.getQueryParameters().getFirst("csvGuard"));
    Sender sender =
        new Sender(
            security.getUserPrincipal().getName(),
            IdempotencyHeader.read(headers),
            queryMembers.of(uri));
    int length = headers.getLength();
    // Nobody knows how long one is that does not say it.
    return length >= 0 && length < LARGE
        ? read(body, type, sender, csvGuard)
        : background.call(() -> read(body, type, sender, csvGuard));
  }

  /** The same for a body in JSON that came in another way than HTTP. */
  public Submission readJson(InputStream body, Sender sender) {
    return read(body, MediaType.APPLICATION_JSON_TYPE, sender, CsvGuard.ON);
  }

  private Submission read(InputStream body, MediaType type, Sender sender, CsvGuard csvGuard) {
    TextCollector texts = new TextCollector(limits, csvGuard);
    try {
      if (!FormBody.reads(type)) {
        return submission(receive(body, type, texts), sender, texts);
      }
      FormBody<Received> form = FormBody.read(body, type, file -> receive(file, texts));
      // Sorted, so that the same form is known again whatever order its fields stand in.
      JsonObject fields = queryMembers.of(new TreeMap<>(form.fields()));
      return submission(form.file(), sender.with(fields), texts);
    } catch (RuntimeException e) {
      texts.discard();
      throw e;
    }
  }

  /**
   * A body, or the file in one, that was read to its end.
   *
   * @param members that stood in it
   * @param type how it was written
   */
  private record Received(JsonObject members, DigestedBody body, MediaType type) {}

  private Received receive(FormBody.Part file, TextCollector texts) {
    FileType kind = FileType.of(file, type -> format(type).map(SubmissionReader::name));
    try {
      return receive(unpackBody.unpacked(file.content(), kind.packing()), kind.type(), texts);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not decompress the file", e);
    }
  }

  private Received receive(InputStream body, MediaType type, TextCollector texts) {
    DigestedBody digested = new DigestedBody(body);
    return new Received(read(digested, type, texts), digested, type);
  }

  private Submission submission(Received received, Sender sender, TextCollector texts) {
    // What stands in the body wins over what stands beside it.
    JsonObject members = sender.with(received.members()).options();
    Label label = LabelJson.read(members, ttl, clock.instant().plus(maxDelay));
    if (label.callbackUrl() != null) {
      callbacks.check(sender.owner(), label.callbackUrl());
    }
    String named =
        JsonMembers.read(members, Tasks.TASK, Tasks.DEFAULT, "a string", JsonMembers::string);
    TextTask task = tasks.byName(named);
    return new Submission(
        sender.owner(),
        task.name(),
        task.options().read(members, BESIDE_OPTIONS),
        label,
        sender
            .key()
            .map(value -> new IdempotencyKey(value, digest(received, sender, texts.csvGuard()))),
        texts.texts());
  }

  /**
   * Everything that decides what becomes of the body, so that the same key cannot mean two things.
   * What most bodies are is left out.
   */
  private String digest(Received received, Sender sender, CsvGuard csvGuard) {
    JsonObjectBuilder beside = JSON.createObjectBuilder(sender.options());
    if (csvGuard != CsvGuard.ON) {
      beside.add("csvGuard", csvGuard.name());
    }
    Charset charset = charset(received.type());
    if (!charset.equals(StandardCharsets.UTF_8)) {
      beside.add("charset", charset.name());
    }
    format(received.type())
        .map(SubmissionReader::name)
        .filter(name -> !name.equals(MediaType.APPLICATION_JSON))
        .ifPresent(name -> beside.add("format", name));
    return received.body().digest(beside.build());
  }

  /** A format has several types, each of which may be written in several ways. */
  private static String name(BodyFormat format) {
    return format.mediaTypes().get(0);
  }

  private Optional<BodyFormat> format(MediaType type) {
    return formats.stream().filter(candidate -> candidate.reads(type)).findFirst();
  }

  private JsonObject read(InputStream body, MediaType type, TextCollector texts) {
    BodyFormat format =
        format(type)
            .orElseThrow(
                () ->
                    new Refusal(
                        ProblemCode.UNSUPPORTED_FILE_TYPE,
                        "Unknown file format: the name must end in .json, .jsonl, .ndjson, .csv or .txt, optionally followed by .gz, unless the part has a type."));
    try {
      return format.read(texts.reader(decoded(body, type)), texts);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the body", e);
    }
  }

  private static Reader decoded(InputStream body, MediaType type) {
    Charset charset = charset(type);
    return isText(type) && !namesCharset(type)
        // For people who do not know that there are several charsets.
        ? new DecodedBody(
            body,
            charset,
            "Line {line} is not valid {charset}: save it in UTF-8, or name its charset, as in \"Content-Type: %s/%s; charset=GB18030\"."
                .formatted(type.getType(), type.getSubtype()))
        : new DecodedBody(body, charset);
  }

  private static boolean namesCharset(MediaType type) {
    return type.getParameters().containsKey(MediaType.CHARSET_PARAMETER);
  }

  private static boolean isText(MediaType type) {
    return type.getType().equalsIgnoreCase("text");
  }

  /** Chinese spreadsheets are often saved in GBK. JSON is UTF-8, whatever anybody says. */
  private static Charset charset(MediaType type) {
    String named = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (named == null || !isText(type)) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(named);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          ProblemCode.UNSUPPORTED_CHARSET,
          Sentence.of("Unknown charset {found}: use UTF-8.").with("found", named));
    }
  }
}
