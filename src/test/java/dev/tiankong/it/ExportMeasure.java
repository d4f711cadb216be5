package dev.tiankong.it;

import dev.tiankong.local.Victim;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads all results of a batch as NDJSON, and says how fast they came and what the heap did. */
final class ExportMeasure {

  private static final int ROUNDS = 3;
  private static final int LOOKS_AT_THE_HEAP = 5;

  private final Victim victim;
  private final String batch;
  private final JavaProcess server;

  ExportMeasure(Victim victim, String batch) throws IOException {
    this.victim = victim;
    this.batch = batch;
    this.server = new JavaProcess(victim.serverPid());
  }

  void print(int items) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      long start = System.nanoTime();
      long lines = read(Integer.MAX_VALUE);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (lines != items) {
        throw new IllegalStateException(lines + " lines came out, not " + items);
      }
      System.out.printf("export %d   %,.0f items a second%n", round, items / seconds);
    }
    System.out.printf("heap before an export   %,d kB%n", server.liveHeap() / 1024);
    read(items / LOOKS_AT_THE_HEAP);
  }

  /** Returns the number of lines, and looks at the heap after so many each time. */
  private long read(int between) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(victim.uri().resolve(batch + "/results"))
            .header("Accept", "application/x-ndjson")
            .header("Authorization", "Basic " + credentials())
            .build();
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    long look = between;
    try (InputStream body =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
        for (int i = 0; i < length; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        if (lines >= look) {
          System.out.printf("after %,9d items      %,d kB%n", lines, server.liveHeap() / 1024);
          look += between;
        }
      }
    }
    return lines;
  }

  private static String credentials() {
    String plain = "admin:" + System.getenv("TIANKONG_ADMIN_PASSWORD");
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
