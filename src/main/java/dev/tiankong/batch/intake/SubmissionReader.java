package dev.tiankong.batch.intake;

import dev.tiankong.batch.CallbackCheck;
import dev.tiankong.batch.IdempotencyKey;
import dev.tiankong.batch.Label;
import dev.tiankong.batch.Submission;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the body of a submit to its end. */
@ApplicationScoped
public class SubmissionReader {

  @Inject Instance<BodyFormat> formats;
  @Inject Limits limits;
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
   * @throws ProblemException if the body is not a submission
   */
  public Submission read(
      InputStream body, UriInfo uri, HttpHeaders headers, SecurityContext security) {
    return read(
        body,
        headers.getMediaType(),
        new Sender(
            security.getUserPrincipal().getName(),
            IdempotencyHeader.read(headers),
            QueryMembers.of(uri)));
  }

  /** The same for a body in JSON that came in another way than HTTP. */
  public Submission readJson(InputStream body, Sender sender) {
    return read(body, MediaType.APPLICATION_JSON_TYPE, sender);
  }

  private Submission read(InputStream body, MediaType type, Sender sender) {
    TextCollector texts = new TextCollector(limits);
    try {
      DigestedBody digested = new DigestedBody(body);
      JsonObject own = read(digested, type, texts);
      JsonObjectBuilder members = Json.createObjectBuilder(sender.options());
      own.forEach(members::add);
      return submission(members.build(), sender, digested, texts);
    } catch (RuntimeException e) {
      texts.discard();
      throw e;
    }
  }

  private Submission submission(
      JsonObject members, Sender sender, DigestedBody body, TextCollector texts) {
    Label label = LabelJson.read(members, ttl, clock.instant().plus(maxDelay));
    if (label.callbackUrl() != null) {
      callbacks.check(sender.owner(), label.callbackUrl());
    }
    return new Submission(
        sender.owner(),
        OptionsJson.read(members, LabelJson.KNOWN),
        label,
        sender.key().map(value -> new IdempotencyKey(value, body.digest(sender.options()))),
        texts.texts());
  }

  private JsonObject read(InputStream body, MediaType type, TextCollector texts) {
    BodyFormat format =
        formats.stream().filter(candidate -> candidate.reads(type)).findFirst().orElseThrow();
    try {
      return format.read(texts.reader(body, charset(type)), texts);
    } catch (CharacterCodingException e) {
      throw JsonBody.invalid("The body is not valid " + charset(type));
    } catch (IOException e) {
      throw new UncheckedIOException("The body could not be read", e);
    }
  }

  /** Chinese spreadsheets are often saved in GBK. JSON is UTF-8, whatever anybody says. */
  private static Charset charset(MediaType type) {
    String named = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (named == null || !type.getType().equals("text")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(named);
    } catch (IllegalArgumentException e) {
      throw new Problem(
              415,
              "unsupported-charset",
              "There is no charset %s here: use UTF-8.".formatted(named))
          .toException();
    }
  }
}
