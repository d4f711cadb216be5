package dev.tiankong.task.fillmask.api;

import dev.tiankong.interactive.InteractiveSlot;
import dev.tiankong.interactive.InteractiveTask;
import dev.tiankong.interactive.RequestRate;
import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonBody;
import dev.tiankong.request.JsonStrings;
import dev.tiankong.request.JsonText;
import dev.tiankong.request.ObjectBody;
import dev.tiankong.task.AnswerJson;
import dev.tiankong.task.OffsetUnit;
import dev.tiankong.task.Option;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.Tasks;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.TextTask;
import dev.tiankong.task.WarningJson;
import dev.tiankong.task.fillmask.FillMaskTask;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;

/** {@code {"text": "…[MASK]…"}} or {@code {"texts": […]}}, with the options of a batch. */
@Path("api/v1/fill-mask")
@RequestScoped
@RolesAllowed("submitter")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FillMaskResource {

  @Inject Tasks tasks;
  @Inject InteractiveTask interactive;
  @Inject RequestRate rate;
  @Inject InteractiveSlot slot;
  @Context SecurityContext security;

  @POST
  public String fill(@QueryParam("offsets") String offsets, InputStream body) {
    OffsetUnit unit = OffsetUnit.named(offsets);
    String user = security.getUserPrincipal().getName();
    rate.count(user);
    JsonObject request = ObjectBody.read(body);
    List<String> texts = texts(request);
    TextTask task = tasks.byName(FillMaskTask.NAME);
    TaskOptions asked = task.options().read(options(request), List.of());
    PreparedTask prepared = interactive.prepare(user, texts, task, asked);
    TaskOptions options = prepared.options();
    List<TextAnswer> answers = slot.run(() -> interactive.answer(texts, task, options));
    InteractiveTask.requireShort(AnswerLength.of(texts, answers, text -> 0));
    return JsonText.of(
        json -> {
          json.write("model", options.get(Option.MODEL)).writeStartArray("items");
          for (int index = 0; index < answers.size(); index++) {
            String text = Characters.replaced(texts.get(index));
            json.writeStartObject().write("index", index).write("text", text);
            TextAnswer answer = answers.get(index);
            if (answer.error().isEmpty()) {
              WarningJson.write(text, prepared.warnings(text), unit, json);
            }
            AnswerJson.write(text, answer, task.format(), unit, json);
            json.writeEnd();
          }
          json.writeEnd();
        });
  }

  private static List<String> texts(JsonObject request) {
    JsonValue text = request.getOrDefault("text", JsonValue.NULL);
    JsonValue list = request.getOrDefault("texts", JsonValue.NULL);
    // Generated clients write an empty list for one that nobody has set.
    boolean hasList =
        list != JsonValue.NULL
            && (text == JsonValue.NULL || !list.equals(JsonValue.EMPTY_JSON_ARRAY));
    List<String> texts = JsonStrings.oneOrMore(hasList ? list : text);
    if (texts == null || hasList && text != JsonValue.NULL) {
      throw JsonBody.invalid(
          "no-texts", "Use \"text\" with a string, or \"texts\" with an array of strings.");
    }
    return texts;
  }

  private static JsonObject options(JsonObject request) {
    return Json.createObjectBuilder(request).remove("text").remove("texts").build();
  }
}
