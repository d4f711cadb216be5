package dev.tiankong.task.fillmask.api;

import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.interactive.InteractiveSlot;
import dev.tiankong.interactive.InteractiveTask;
import dev.tiankong.interactive.RequestRate;
import dev.tiankong.request.JsonBody;
import dev.tiankong.request.JsonStrings;
import dev.tiankong.request.ObjectBody;
import dev.tiankong.task.Option;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.Tasks;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.TextTask;
import dev.tiankong.task.fillmask.FillMaskAnswer;
import dev.tiankong.task.fillmask.FillMaskTask;
import dev.tiankong.task.fillmask.MaskPredictions;
import dev.tiankong.task.fillmask.Prediction;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fill-mask as the Hugging Face inference API has it, so that its clients can be pointed here:
 * {@code InferenceClient(model="<this server>/models/<name>").fill_mask(…)}.
 */
@Path("models/{name}")
@RequestScoped
@RolesAllowed("submitter")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HuggingFaceResource {

  private static final String INPUTS = "inputs";
  private static final Set<String> PARAMETERS = Set.of("top_k", "targets");

  /** What clients say in "options", such as whether to wait for a model, has no meaning here. */
  private static final Set<String> MEMBERS = Set.of(INPUTS, "parameters", "options");

  /** What options are called here. */
  private static final Map<String, String> NAMES = Map.of("topK", "top_k");

  @Inject Tasks tasks;
  @Inject InteractiveTask interactive;
  @Inject ModelCatalogue models;
  @Inject RequestRate rate;
  @Inject InteractiveSlot slot;
  @Context SecurityContext security;

  @POST
  public JsonArray fill(@PathParam("name") String name, InputStream body) {
    String user = security.getUserPrincipal().getName();
    rate.count(user);
    JsonObject request = ObjectBody.read(body);
    requireKnown("", request, MEMBERS);
    JsonValue inputs = request.get(INPUTS);
    List<String> texts = JsonStrings.oneOrMore(inputs);
    if (texts == null) {
      throw JsonBody.wrongType(INPUTS, "a string or an array of strings");
    }
    TextTask task = tasks.byName(FillMaskTask.NAME);
    TaskOptions options = prepared(user, texts, task, name, request);
    Filled filled = slot.run(() -> fill(texts, task, options));
    InteractiveTask.requireShort(AnswerLength.of(texts, filled.answers(), String::length));
    JsonArrayBuilder lists = Json.createArrayBuilder();
    for (int i = 0; i < texts.size(); i++) {
      TextAnswer answer = filled.answers().get(i);
      requireAnswered(answer, inputs instanceof JsonArray ? "inputs[%d]".formatted(i) : INPUTS);
      FillMaskAnswer read = FillMaskAnswer.read(answer.content());
      lists.add(candidates(texts.get(i), read.masks(), filled.tokenIds()));
    }
    JsonArray all = lists.build();
    return inputs instanceof JsonArray ? all : all.getJsonArray(0);
  }

  /** What is wrong with an option is said under the name that it has here. */
  private TaskOptions prepared(
      String user, List<String> texts, TextTask task, String model, JsonObject request) {
    try {
      TaskOptions asked = task.options().read(options(model, request), List.of());
      return interactive.prepare(user, texts, task, asked).options();
    } catch (Refusal e) {
      throw e.renamed(NAMES);
    }
  }

  private record Filled(List<TextAnswer> answers, Map<String, Integer> tokenIds) {}

  /** The numbers, too, while it is one's turn: a model that was pushed out meanwhile is loaded. */
  private Filled fill(List<String> texts, TextTask task, TaskOptions options) {
    List<TextAnswer> answers = interactive.answer(texts, task, options);
    Set<String> tokens =
        answers.stream()
            .filter(answer -> answer.error().isEmpty())
            .flatMap(answer -> FillMaskAnswer.read(answer.content()).masks().stream())
            .flatMap(mask -> mask.predictions().stream())
            .map(Prediction::token)
            .collect(Collectors.toSet());
    return new Filled(answers, models.get(options.get(Option.MODEL)).tokenIds(tokens));
  }

  private static JsonObject options(String model, JsonObject request) {
    JsonObjectBuilder options = Json.createObjectBuilder().add("model", model);
    JsonValue parameters = request.getOrDefault("parameters", JsonValue.NULL);
    if (parameters instanceof JsonObject given) {
      requireKnown("parameters.", given, PARAMETERS);
      options.add("topK", given.getOrDefault("top_k", JsonValue.NULL));
      options.add("targets", given.getOrDefault("targets", JsonValue.NULL));
    } else if (parameters != JsonValue.NULL) {
      throw JsonBody.wrongType("parameters", "an object");
    }
    return options.build();
  }

  private static void requireKnown(String prefix, JsonObject given, Set<String> known) {
    Set<String> unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw JsonBody.unknownMember(prefix + unknown.iterator().next(), new TreeSet<>(known));
    }
  }

  /**
   * @param member which of the inputs it is
   */
  private static void requireAnswered(TextAnswer answer, String member) {
    answer
        .error()
        .ifPresent(
            error -> {
              throw new Refusal(
                  ProblemCode.valueOf(error.code()),
                  error
                      .sentence()
                      .with("member", member)
                      .prefixed(member.equals(INPUTS) ? "" : "{member}: "));
            });
  }

  /** Of one mask its candidates; of several a list for each. */
  private static JsonArrayBuilder candidates(
      String text, List<MaskPredictions> masks, Map<String, Integer> ids) {
    if (masks.size() == 1) {
      return candidates(text, masks.get(0), ids);
    }
    JsonArrayBuilder lists = Json.createArrayBuilder();
    masks.forEach(mask -> lists.add(candidates(text, mask, ids)));
    return lists;
  }

  private static JsonArrayBuilder candidates(
      String text, MaskPredictions mask, Map<String, Integer> ids) {
    int start = text.offsetByCodePoints(0, mask.position());
    String before = text.substring(0, start);
    String after = text.substring(start + MaskFiller.MASK.length());
    JsonArrayBuilder candidates = Json.createArrayBuilder();
    for (Prediction prediction : mask.predictions()) {
      candidates.add(
          Json.createObjectBuilder()
              .add("score", FillMaskAnswer.decimal(prediction.score()))
              .add("sequence", before + prediction.token() + after)
              .add("token", ids.get(prediction.token()))
              .add("token_str", prediction.token()));
    }
    return candidates;
  }
}
