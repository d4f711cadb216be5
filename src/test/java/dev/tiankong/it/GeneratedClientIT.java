package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tiankong.client.ApiClient;
import dev.tiankong.client.ApiException;
import dev.tiankong.client.api.BatchesApi;
import dev.tiankong.client.api.ResultsApi;
import dev.tiankong.client.model.Batch;
import dev.tiankong.client.model.BatchRequest;
import dev.tiankong.client.model.BatchState;
import dev.tiankong.client.model.Item;
import dev.tiankong.client.model.ItemState;
import dev.tiankong.client.model.ResultPage;
import dev.tiankong.client.model.SubmitReport;
import dev.tiankong.client.model.Text;
import dev.tiankong.client.model.TextError;
import dev.tiankong.client.model.TextWithId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that the build generated from the OpenAPI document. */
@ArquillianTest
class GeneratedClientIT {

  private final ApiClient server = server(Account.make("submitter"));
  private final BatchesApi batches = new BatchesApi(server);
  private final ResultsApi results = new ResultsApi(server);

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  private static ApiClient server(Account account) {
    ApiClient server = new ApiClient();
    server.updateBaseUri("http://127.0.0.1:" + System.getenv("TIANKONG_HTTP_PORT"));
    server.setRequestInterceptor(
        request ->
            request.header("Authorization", Client.basic(account.name(), account.password())));
    return server;
  }

  @Test
  void should_submit_a_batch_and_read_its_results() throws ApiException {
    BatchRequest request =
        new BatchRequest()
            .name("generated")
            .topK(2)
            .addTextsItem(new Text(Texts.CAPITAL))
            .addTextsItem(new Text(new TextWithId().id("capital").text(Texts.CAPITAL)))
            .addTextsItem(new Text("没有空格。"));

    Batch submitted = submit(request);
    Batch ended = ended(submitted.getId());
    ResultPage page =
        results.getResults(submitted.getId(), null, null, null, null, null, null, null, null, null);

    assertThat(submitted.getName()).isEqualTo("generated");
    assertThat(ended.getState()).isEqualTo(BatchState.COMPLETED_WITH_ERRORS);
    assertThat(ended.getFinishedAt()).isAfterOrEqualTo(ended.getCreatedAt());
    assertThat(page.getNext()).isNull();
    assertThat(page.getItems()).extracting(Item::getIndex).containsExactly(0, 1, 2);
    assertThat(page.getItems()).extracting(Item::getId).containsExactly(null, "capital", null);
    Item first = page.getItems().get(0);
    assertThat(first.getState()).isEqualTo(ItemState.SUCCEEDED);
    assertThat(first.getMasks().get(0).getPredictions()).hasSize(2);
    assertThat(first.getMasks().get(0).getPredictions().get(0).getToken()).isEqualTo("京");
    assertThat(page.getItems().get(2).getError().getCode()).isEqualTo("NO_MASK");
  }

  @Test
  void should_find_its_batch_and_delete_it() throws ApiException {
    Batch batch = submit(new BatchRequest().texts(List.of(new Text("没有空格。"))).addTagsItem("found"));

    assertThat(
            batches
                .listBatches(
                    List.of(BatchState.FAILED),
                    null,
                    null,
                    List.of("found"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)
                .getBatches())
        .extracting(Batch::getId)
        .containsExactly(batch.getId());
    batches.deleteBatch(batch.getId());

    ApiException gone =
        catchThrowableOfType(ApiException.class, () -> batches.getBatch(batch.getId()));
    assertThat(gone.getCode()).isEqualTo(404);
    assertThat(gone.getResponseBody()).contains("urn:tiankong:problem:no-such-batch");
  }

  @Test
  void should_get_the_numbers_of_a_check() throws ApiException {
    SubmitReport report =
        batches.checkBatch(
            new BatchRequest()
                .addTextsItem(new Text(Texts.CAPITAL))
                .addTextsItem(new Text(new TextWithId().id("2").text("没有空格。"))),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(report.getTotal()).isEqualTo(2);
    assertThat(report.getValid()).isEqualTo(1);
    assertThat(report.getInvalid()).isEqualTo(1);
    assertThat(report.getErrors())
        .extracting(TextError::getId, TextError::getCode)
        .containsExactly(tuple("2", "NO_MASK"));
  }

  @Test
  void should_submit_texts_under_their_other_name() throws ApiException {
    Batch batch = submit(new BatchRequest().addItemsItem(new Text(Texts.CAPITAL)).topK(1));

    assertThat(batch.getTotal()).isEqualTo(1);
    assertThat(batch.getTopK()).isEqualTo(1);
  }

  @Test
  void should_upload_a_file(@TempDir Path folder) throws ApiException, IOException {
    Path file = Files.writeString(folder.resolve("verses.csv"), "id,text\na," + Texts.CAPITAL);

    Batch batch =
        batches.uploadBatch(
            file.toFile(),
            null,
            null,
            null,
            null,
            1,
            null,
            null,
            null,
            null,
            "uploaded",
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(batch.getName()).isEqualTo("uploaded");
    assertThat(batch.getTotal()).isEqualTo(1);
    assertThat(batch.getTopK()).isEqualTo(1);
  }

  private Batch submit(BatchRequest request) throws ApiException {
    return batches.submitBatch(
        request, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }

  private Batch ended(UUID id) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> batches.getBatch(id), batch -> batch.getFinishedAt() != null);
  }
}
