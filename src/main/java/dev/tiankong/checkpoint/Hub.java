package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server of models with the paths of the Hugging Face hub. */
public final class Hub {

  /** The revision that publishers call finished. */
  public static final String MAIN = "main";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTS = 5;
  private static final int REDIRECT = 3;

  // Redirects are followed by hand: the checksum stands on the first answer, the file on the last.
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;
  private final Optional<String> token;

  /**
   * @param token that opens models which are not open to everybody
   */
  public Hub(URI address, Optional<String> token) {
    this.address = URI.create(address.toString().replaceFirst("/*$", "/"));
    this.token = token;
  }

  /**
   * A model of this hub.
   *
   * @param id such as "google-bert/bert-base-chinese"
   * @param revision such as "main", or "refs/pr/1" for what somebody proposes
   * @param downloads where unfinished downloads stay until the next try
   */
  public Source model(String id, String revision, Path downloads) {
    String folder = revision.equals(MAIN) ? id : id + "@" + revision;
    return new HubModel(this, id, revision, downloads.resolve(folder.replace("/", "--")));
  }

  /** The names of a model's files. */
  List<String> files(String id, String revision) throws IOException {
    String path = revision.equals(MAIN) ? id : id + "/revision/" + encoded(revision);
    try (InputStream body = get(address.resolve("api/models/" + path), 0).body();
        var reader = Json.createReader(body)) {
      return reader.readObject().getJsonArray("siblings").getValuesAs(JsonObject.class).stream()
          .map(sibling -> sibling.getString("rfilename"))
          .toList();
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new CheckpointException(
          "%s does not respond like a hub: %s".formatted(address, e.getMessage()), e);
    }
  }

  /** Begins to send a file, from a byte on if the server can. */
  Response open(String id, String revision, String file, long from) throws IOException {
    return get(address.resolve(id + "/resolve/" + encoded(revision) + "/" + file), from);
  }

  private static String encoded(String revision) {
    return URLEncoder.encode(revision, StandardCharsets.UTF_8);
  }

  private Response get(URI uri, long from) throws IOException {
    URI next = uri;
    Optional<String> checksum = Optional.empty();
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<InputStream> answer = send(next, from);
      Optional<String> stated = answer.headers().firstValue("X-Linked-ETag");
      checksum = stated.isPresent() ? stated : checksum;
      Optional<String> location = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != REDIRECT || location.isEmpty()) {
        return Response.of(answer, checksum);
      }
      answer.body().close();
      next = next.resolve(location.get());
    }
    throw new IOException(uri + " redirects too many times.");
  }

  private HttpResponse<InputStream> send(URI uri, long from) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    if (isHere(uri)) {
      // Nowhere else: the files lie at servers that are not the hub.
      token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      // Some of the client's exceptions have no message.
      throw new IOException("Cannot reach %s: %s".formatted(withoutQuery(uri), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + uri, e);
    }
  }

  private boolean isHere(URI uri) {
    return address.getScheme().equals(uri.getScheme())
        && address.getAuthority().equals(uri.getAuthority());
  }

  /** As it may be shown: the query of a signed address opens the file to everybody. */
  private static String withoutQuery(URI uri) {
    return uri.toString().replaceFirst("\\?.*", "");
  }

  /**
   * A file on its way.
   *
   * @param from the first byte that is sent
   * @param size of the whole file, or 0 when the server does not say
   * @param sha256 as the hub knows it, if it does
   */
  record Response(InputStream body, long from, long size, Optional<String> sha256) {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOTHING_LEFT = 416;

    private static Response of(HttpResponse<InputStream> answer, Optional<String> etag)
        throws IOException {
      Optional<String> sha256 =
          etag.map(tag -> tag.replaceAll("^W/|\"", "")).filter(tag -> tag.matches("[0-9a-f]{64}"));
      long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
      return switch (answer.statusCode()) {
        case OK -> new Response(answer.body(), 0, length, sha256);
        case PARTIAL -> partial(answer, sha256);
        case NOTHING_LEFT -> new Response(InputStream.nullInputStream(), Long.MAX_VALUE, 0, sha256);
        default -> {
          answer.body().close();
          throw new CheckpointException(
              """
              %s answers %d: is the model's id right, and is it open to everybody? \
              One that is not needs a token in HF_TOKEN."""
                  .formatted(withoutQuery(answer.uri()), answer.statusCode()));
        }
      };
    }

    private static Response partial(HttpResponse<InputStream> answer, Optional<String> sha256) {
      // bytes 100-299/300
      String[] range =
          answer.headers().firstValue("Content-Range").orElse("bytes 0-0/0").split("[ /-]");
      return new Response(
          answer.body(), Long.parseLong(range[1]), Long.parseLong(range[3]), sha256);
    }
  }
}
