package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubModelTest {

  private static final String ID = "acme/tiny-bert";
  private static final String WEIGHTS = Safetensors.FILE;

  @TempDir Path folder;
  private LocalHub hub;
  private Path published;
  private Path downloads;

  @BeforeEach
  void publish() throws IOException {
    published = Files.createDirectory(folder.resolve("published"));
    downloads = folder.resolve("downloads");
    try (var files = Files.list(Models.golden("tiny-bert"))) {
      for (Path file : files.toList()) {
        Files.copy(file, published.resolve(file.getFileName()));
      }
    }
    hub = new LocalHub(ID, published);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void should_import_what_the_hub_has() throws IOException {
    Path model = run(ID);
    assertThat(new ModelDirectory(model).card().origin().source()).isEqualTo(ID);
    assertThat(new ModelDirectory(model).card().weights())
        .isEqualTo(new ModelDirectory(fromFolder()).card().weights());
    assertThat(downloads).isEmptyDirectory();
  }

  @Test
  void should_import_weights_in_several_files() throws IOException {
    var whole = new ModelDirectory(fromFolder()).card().weights();
    Shards.split(published);
    assertThat(new ModelDirectory(run(ID)).card().weights()).isEqualTo(whole);
  }

  @Test
  void should_not_take_a_part_of_the_weights_for_all() throws IOException {
    Shards.split(published);
    Files.delete(published.resolve("model-00002-of-00002.safetensors"));
    assertThatThrownBy(() -> run(ID))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("model-00002-of-00002.safetensors");
  }

  @Test
  void should_follow_a_model_to_its_new_name() throws IOException {
    hub.renamedFrom("tiny-bert");
    assertThat(new ModelDirectory(run("tiny-bert")).exists()).isTrue();
  }

  @Test
  void should_go_on_where_an_interrupted_download_stopped() throws IOException {
    hub.breakOffAfter(60_000, downloads);
    assertThatThrownBy(() -> run(ID))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Import again to resume");

    hub.mend();
    assertThat(new ModelDirectory(run(ID)).exists()).isTrue();
    assertThat(hub.firstBytesOf(WEIGHTS)).containsExactly(0, 60_000);
  }

  @Test
  void should_start_again_where_the_server_cannot_resume() throws IOException {
    hub.breakOffAfter(60_000, downloads);
    assertThatThrownBy(() -> run(ID)).isInstanceOf(IOException.class);
    hub.mend();
    hub.ignoreRanges();
    assertThat(new ModelDirectory(run(ID)).exists()).isTrue();
    assertThat(hub.firstBytesOf(WEIGHTS)).containsExactly(0, 0);
  }

  @Test
  void should_refuse_a_damaged_download_and_fetch_it_again() throws IOException {
    hub.damage(WEIGHTS);
    assertThatThrownBy(() -> run(ID))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(WEIGHTS + " of acme/tiny-bert is corrupted");

    hub.mend();
    assertThat(new ModelDirectory(run(ID)).exists()).isTrue();
    assertThat(hub.firstBytesOf(WEIGHTS)).containsExactly(0, 0);
  }

  @Test
  void should_replace_a_part_that_is_not_of_this_file() throws IOException {
    Path part = downloads.resolve("acme--tiny-bert");
    Files.createDirectories(part);
    Files.writeString(part.resolve(WEIGHTS + ".partial"), "of an older version");
    assertThat(new ModelDirectory(run(ID)).exists()).isTrue();
  }

  @Test
  void should_refuse_weights_of_another_kind_before_fetching_them() throws IOException {
    Files.move(published.resolve(WEIGHTS), published.resolve("tf_model.h5"));
    assertThatThrownBy(() -> run(ID))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("No checkpoint in acme/tiny-bert")
        .hasMessageContaining("only tf_model.h5");
    assertThat(downloads).doesNotExist();
  }

  @Test
  void should_import_a_revision() throws IOException {
    Path proposed = Files.createDirectory(folder.resolve("proposed"));
    PublicationTest.copy(published, proposed);
    Files.delete(published.resolve(WEIGHTS));
    hub.propose("refs/pr/1", proposed);
    assertThatThrownBy(() -> run(ID)).hasMessageContaining("No checkpoint in acme/tiny-bert");

    Source source = hub(Optional.empty()).model(ID, "refs/pr/1", downloads);
    Path model = run(source);
    assertThat(new ModelDirectory(model).card().origin().source())
        .isEqualTo("acme/tiny-bert@refs/pr/1");
    assertThat(downloads).isEmptyDirectory();
  }

  @Test
  void should_open_a_private_model_with_the_token_and_show_it_to_nobody_else() throws IOException {
    hub.ask("hf_secret");
    assertThatThrownBy(() -> run(ID))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("answers 401")
        .hasMessageContaining("needs a token in HF_TOKEN");
    assertThatThrownBy(() -> run(hub(Optional.of("hf_wrong")).model(ID, Hub.MAIN, downloads)))
        .hasMessageContaining("answers 401")
        .hasMessageNotContaining("hf_wrong");

    run(hub(Optional.of("hf_secret")).model(ID, Hub.MAIN, downloads));
    assertThat(hub.authorizationsElsewhere()).isNotEmpty().containsOnly("none");
  }

  @Test
  void should_say_when_the_hub_has_no_such_model() {
    assertThatThrownBy(() -> run("acme/no-such"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("answers 404: is the model's id right");
  }

  private Path run(String id) throws IOException {
    return run(hub(Optional.empty()).model(id, Hub.MAIN, downloads));
  }

  private Path run(Source source) throws IOException {
    return ImportModel.run(
        source, "tiny", folder.resolve("models"), ImportModel.USUAL_PRECISIONS, Progress.NONE);
  }

  private Hub hub(Optional<String> token) {
    return new Hub(hub.address(), token);
  }

  private Path fromFolder() throws IOException {
    return ImportModel.run(published, "other", folder.resolve("models"), Progress.NONE);
  }
}
