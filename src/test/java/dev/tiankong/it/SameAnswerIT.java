package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.jms.JMSException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A text gets the same answer on every route, alone and among others, computed and from the cache.
 *
 * <p>{@code -Dtexts=200} compares more of them, {@code -Dtexts.seed=4711} others.
 */
@ArquillianTest
@Tag("long")
class SameAnswerIT {

  private static final int NUMBER = Integer.getInteger("texts", 5);
  private static final long SEED = Long.getLong("texts.seed", 1);

  /**
   * What is promised in bf16; the vocabulary's sums depend a little on how many masks there are.
   */
  private static final double ROUNDING = 0.002;

  /** In a row, without coming near the rate of interactive requests. */
  private static final int REQUESTS_OF_A_USER = 2;

  private static final String FILL_MASK = "/api/v1/fill-mask";
  private static final String HUGGING_FACE = "/models/bert-base-multilingual-cased";

  /** OpenAI's and Hugging Face's names of options are in snake case. */
  private enum Options {
    DEFAULT {
      @Override
      JsonObjectBuilder add(JsonObjectBuilder to, boolean snake) {
        return to;
      }
    },
    TARGETS {
      @Override
      JsonObjectBuilder add(JsonObjectBuilder to, boolean snake) {
        return to.add(snake ? "top_k" : "topK", 3)
            .add("targets", Json.createArrayBuilder(List.of("天", "人", "一", "不", "大", "城")));
      }
    },
    HAN {
      @Override
      JsonObjectBuilder add(JsonObjectBuilder to, boolean snake) {
        return to.add(snake ? "top_k" : "topK", 10)
            .add("candidates", "han")
            .add(snake ? "loose_masks" : "looseMasks", true);
      }
    };

    abstract JsonObjectBuilder add(JsonObjectBuilder to, boolean snake);

    /** Texts that a request may hold: with targets, one with several masks is read often. */
    int atOnce() {
      return this == TARGETS ? 2 : 8;
    }
  }

  private record Candidate(String token, double score) {}

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @ParameterizedTest
  @EnumSource
  void should_be_the_same_on_every_route(Options options) throws JMSException {
    List<String> texts = texts();
    List<List<List<Candidate>>> alone = inGroups(texts, 1, options);

    assertSame("a few at once", inGroups(texts, options.atOnce(), options), alone);
    Client client = Account.make("submitter").client();
    assertSame("a batch", batch(client, texts, options, 0), alone);
    assertSame("a batch from the cache", batch(client, texts, options, texts.size()), alone);
    assertSame("OpenAI's files", openAi(texts, options), alone);
    assertSame("the broker", broker(texts, options), alone);
    if (options == Options.DEFAULT) {
      List<List<String>> tutorial = tutorial(texts);
      List<List<String>> shown = shown(alone);
      for (int i = 0; i < texts.size(); i++) {
        if (alone.get(i).size() == 1 && leads(alone.get(i).get(0))) {
          assertThat(tutorial.get(i)).as(texts.get(i)).isEqualTo(shown.get(i));
        }
      }
    }
    if (options != Options.HAN) {
      assertSame("Hugging Face's route", huggingFace(texts, options), alone);
    }
  }

  /** Of all that people write: several masks, other scripts, spaces and what has no meaning. */
  private static List<String> texts() {
    Random random = new Random(SEED);
    List<String> parts =
        List.of(
            "春风", "明月", "城市", "人工智能", "我", "的", "了", "在", "国家", "天气", "，", "。", "！", "BERT", "3.14",
            " ", "（一）", "“山水”", "𠮷", "é", "她说", "去年", "公司", "股票", "上涨", "医生", "吃饭");
    return IntStream.range(0, NUMBER)
        .mapToObj(
            i -> {
              List<String> text = new ArrayList<>();
              int length = 3 + random.nextInt(10);
              for (int part = 0; part < length; part++) {
                text.add(parts.get(random.nextInt(parts.size())));
              }
              int masks = 1 + Math.max(0, random.nextInt(6) - 3);
              for (int mask = 0; mask < masks; mask++) {
                text.add(random.nextInt(text.size() + 1), "[MASK]");
              }
              return String.join("", text) + i;
            })
        .toList();
  }

  private static List<List<List<Candidate>>> inGroups(
      List<String> texts, int size, Options options) {
    List<List<List<Candidate>>> answers = new ArrayList<>();
    Client client = null;
    for (int first = 0; first < texts.size(); first += size) {
      if (first % (size * REQUESTS_OF_A_USER) == 0) {
        // A user may ask only so often.
        client = Account.make("submitter").client();
      }
      List<String> group = texts.subList(first, Math.min(texts.size(), first + size));
      JsonObjectBuilder body = options.add(Json.createObjectBuilder(), false);
      Answer answer =
          client.post(
              FILL_MASK, body.add("texts", Json.createArrayBuilder(group)).build().toString());
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      Items.of(answer).forEach(item -> answers.add(masks(item)));
    }
    return answers;
  }

  private static List<List<List<Candidate>>> batch(
      Client client, List<String> texts, Options options, int known) {
    String batch = client.submit(texts, options.add(Json.createObjectBuilder(), false));
    assertThat(client.finished(batch).getInt("cacheHits")).isEqualTo(known);
    return results(client, batch);
  }

  private static List<List<List<Candidate>>> results(Client client, String batch) {
    return client
        .get(batch + "/results?format=ndjson")
        .body()
        .lines()
        .map(line -> masks(Json.createReader(new StringReader(line)).readObject()))
        .toList();
  }

  private static List<List<List<Candidate>>> openAi(List<String> texts, Options options) {
    OpenAi openAi = new OpenAi(Account.make("submitter").client());
    List<String> lines =
        IntStream.range(0, texts.size())
            .mapToObj(
                i ->
                    OpenAi.request(
                        "%04d".formatted(i),
                        texts.get(i),
                        options.add(Json.createObjectBuilder(), true)))
            .toList();
    JsonObject ended = openAi.ended(openAi.create(lines));
    return openAi.lines(ended.getString("output_file_id")).stream()
        .map(line -> masks(line.getJsonObject("response").getJsonObject("body")))
        .toList();
  }

  private static List<List<List<Candidate>>> broker(List<String> texts, Options options)
      throws JMSException {
    Account account = Account.make("submitter");
    try (BrokerClient broker = BrokerClient.of(account, "submitter")) {
      String body =
          options
              .add(Json.createObjectBuilder(), false)
              .add("texts", Json.createArrayBuilder(texts))
              .build()
              .toString();
      JsonObject status =
          BrokerClient.json(broker.submit(broker.context().createTextMessage(body)));
      String batch = "/api/v1/batches/" + status.getString("id");
      account.client().finished(batch);
      return results(account.client(), batch);
    }
  }

  private static List<List<List<Candidate>>> huggingFace(List<String> texts, Options options) {
    List<List<List<Candidate>>> answers = new ArrayList<>();
    Client client = null;
    for (int i = 0; i < texts.size(); i++) {
      if (i % REQUESTS_OF_A_USER == 0) {
        client = Account.make("submitter").client();
      }
      String body =
          Json.createObjectBuilder()
              .add("inputs", texts.get(i))
              .add("parameters", options.add(Json.createObjectBuilder(), true))
              .build()
              .toString();
      Answer answer = client.post(HUGGING_FACE, body);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      JsonArray lists = Json.createReader(new StringReader(answer.body())).readArray();
      answers.add(
          lists.isEmpty() || lists.get(0) instanceof JsonObject
              ? List.of(candidates(lists, "token_str"))
              : lists.getValuesAs(JsonArray.class).stream()
                  .map(list -> candidates(list, "token_str"))
                  .toList());
    }
    return answers;
  }

  /** Each text's first candidate, as the tutorial's service writes it for a text with one mask. */
  private static List<List<String>> tutorial(List<String> texts) {
    Client client = Account.make("submitter").client();
    String task =
        client
            .post("/submit_batch", Json.createArrayBuilder(texts).build().toString())
            .json()
            .getString("task_id");
    client.finished("/api/v1/batches/" + task);
    return client
        .get("/task_status/" + task)
        .json()
        .getJsonObject("result")
        .getJsonArray("data")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(
            data ->
                data.getJsonArray("predictions").stream()
                    .map(value -> value.toString().replaceAll("\"| \\(.*", ""))
                    .limit(1)
                    .toList())
        .toList();
  }

  private static List<List<String>> shown(List<List<List<Candidate>>> answers) {
    return answers.stream()
        .map(masks -> masks.get(0).stream().map(Candidate::token).limit(1).toList())
        .toList();
  }

  private static List<List<Candidate>> masks(JsonObject item) {
    return item.getJsonArray("masks").getValuesAs(JsonObject.class).stream()
        .map(mask -> candidates(mask.getJsonArray("predictions"), "token"))
        .toList();
  }

  private static List<Candidate> candidates(JsonArray predictions, String token) {
    return predictions.getValuesAs(JsonObject.class).stream()
        .map(
            prediction ->
                new Candidate(
                    prediction.getString(token), prediction.getJsonNumber("score").doubleValue()))
        .toList();
  }

  /** Whether the first candidate is first in spite of rounding. */
  private static boolean leads(List<Candidate> mask) {
    return mask.size() > 1 && mask.get(0).score() - mask.get(1).score() > 2 * ROUNDING;
  }

  private static void assertSame(
      String route, List<List<List<Candidate>>> answers, List<List<List<Candidate>>> expected) {
    List<List<Candidate>> masks = answers.stream().flatMap(List::stream).toList();
    List<List<Candidate>> expectedMasks = expected.stream().flatMap(List::stream).toList();
    assertThat(answers).as(route).hasSameSizeAs(expected);
    assertThat(masks).as(route).hasSameSizeAs(expectedMasks);
    for (int i = 0; i < masks.size(); i++) {
      List<Candidate> mask = masks.get(i);
      List<Candidate> expectedMask = expectedMasks.get(i);
      assertThat(mask).as(route).hasSameSizeAs(expectedMask);
      if (leads(expectedMask)) {
        assertThat(mask.get(0).token()).as(route).isEqualTo(expectedMask.get(0).token());
      }
      for (int rank = 0; rank < mask.size(); rank++) {
        assertThat(mask.get(rank).score())
            .as(route)
            .isCloseTo(expectedMask.get(rank).score(), within(ROUNDING));
      }
    }
  }
}
