package dev.tiankong.it;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something to see on every page: batches in several states, with failures and a dead letter.
 *
 * @param running the batch that is being worked on while pictures are taken
 */
record Scene(String running) {

  /** More than can be filled while pictures are taken. */
  private static final int MANY = 20_000;

  /** Expects the application to hold a {@link FaultSwitch}. */
  static Scene set() {
    List<String> sentences = sentences();
    Client editor = account("editor", "submitter").client();
    Client admin = Client.admin();
    account("analyst", "viewer");
    admin.post("/api/v1/tokens", "{\"name\": \"报表任务\", \"role\": \"viewer\"}");
    editor.finished(editor.submit(Texts.TUTORIAL, named("唐诗宋词")));
    admin.finished(
        editor.submit(
            List.of("它的信号" + FaultSwitch.ALWAYS + "，只好重[MASK]。", sentences.get(0)), named("站点巡检")));
    List<String> some = new ArrayList<>(sentences.subList(0, 300));
    some.add(120, "春风又[MACK]江南岸，明月何时照我还。");
    some.add(240, "这一句忘了留空。");
    admin.finished(
        admin.submit(some, named("日常用语").add("tags", Json.createArrayBuilder().add("demo"))));
    editor.submit(
        sentences.subList(0, 200),
        named("夜间补全").add("notBefore", Instant.now().plus(9, ChronoUnit.HOURS).toString()));
    admin.post(editor.submit(sentences.subList(300, 500), named("客服记录")) + "/pause", "");
    some.clear();
    // Two sentences each: so many that differ, nobody has written.
    IntStream.range(0, MANY)
        .mapToObj(i -> sentences.get(i % 500) + sentences.get((i + i / 500 + 1) % 500))
        .forEach(some::add);
    String running = admin.submit(some, named("新闻摘要"));
    return new Scene(running.substring(running.lastIndexOf('/') + 1));
  }

  void clear() {
    Client.admin().post("/api/v1/batches/" + running + "/cancel", "");
  }

  private static JsonObjectBuilder named(String name) {
    return Json.createObjectBuilder().add("name", name);
  }

  private static Account account(String name, String role) {
    Account account = Account.named(name);
    Client.admin().post(Account.USERS, account.json(role));
    return account;
  }

  private static List<String> sentences() {
    try (InputStream in =
        Scene.class.getResourceAsStream("/dev/tiankong/checkpoint/sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
