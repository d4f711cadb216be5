package dev.tiankong.interactive;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.TextTask;
import dev.tiankong.batch.api.AnswerJson;
import dev.tiankong.batch.intake.OptionsJson;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.problem.Problem;
import dev.tiankong.request.JsonBody;
import dev.tiankong.request.JsonStrings;
import dev.tiankong.request.ObjectBody;
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
import java.util.Locale;

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

  @Inject TextTask task;
  @Inject ModelCatalogue models;
  @Inject RequestRate rate;
  @Inject InteractiveSlot slot;
  @Context SecurityContext security;

  @POST
  public JsonArray fill(@PathParam("name") String name, InputStream body) {
    rate.count(security.getUserPrincipal().getName());
    JsonObject request = ObjectBody.read(body);
    JsonValue inputs = request.get("inputs");
    List<String> texts = JsonStrings.oneOrMore(inputs);
    if (texts == null) {
      throw JsonBody.invalid("\"inputs\" must be a string or an array of strings");
    }
    BatchOptions options = task.prepare(options(name, request)).options();
    List<TextAnswer> answers = slot.run(() -> task.answer(texts, options));
    MaskFiller model = models.get(name);
    JsonArrayBuilder lists = Json.createArrayBuilder();
    for (int i = 0; i < texts.size(); i++) {
      lists.add(answer(texts.get(i), answers.get(i), model));
    }
    JsonArray all = lists.build();
    return inputs instanceof JsonArray ? all : all.getJsonArray(0);
  }

  private static BatchOptions options(String model, JsonObject request) {
    JsonObjectBuilder options = Json.createObjectBuilder().add("model", model);
    JsonValue parameters = request.getOrDefault("parameters", JsonValue.NULL);
    if (parameters instanceof JsonObject given) {
      options.add("topK", given.getOrDefault("top_k", JsonValue.NULL));
      options.add("targets", given.getOrDefault("targets", JsonValue.NULL));
    }
    return OptionsJson.read(options.build());
  }

  /** Of one mask its candidates; of several a list for each. */
  private static JsonArrayBuilder answer(String text, TextAnswer answer, MaskFiller model) {
    answer
        .error()
        .ifPresent(
            error -> {
              throw Problem.badRequest(
                      error.code().toLowerCase(Locale.ROOT).replace('_', '-'), error.message())
                  .toException();
            });
    List<MaskPredictions> masks = answer.masks();
    if (masks.size() == 1) {
      return candidates(text, masks.get(0), model);
    }
    JsonArrayBuilder lists = Json.createArrayBuilder();
    masks.forEach(mask -> lists.add(candidates(text, mask, model)));
    return lists;
  }

  private static JsonArrayBuilder candidates(String text, MaskPredictions mask, MaskFiller model) {
    int start = text.offsetByCodePoints(0, mask.position());
    String before = text.substring(0, start);
    String after = text.substring(start + MaskFiller.MASK.length());
    JsonArrayBuilder candidates = Json.createArrayBuilder();
    for (Prediction prediction : mask.predictions()) {
      candidates.add(
          Json.createObjectBuilder()
              .add("score", AnswerJson.score(prediction.score()))
              .add("sequence", before + prediction.token() + after)
              .add("token", model.tokenId(prediction.token()))
              .add("token_str", prediction.token()));
    }
    return candidates;
  }
}
