package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedModelsTest {

  @TempDir static Path models;

  private final LoadedModels loaded =
      new LoadedModels(2, Models.choice(Precision.FP32), pass -> {});

  @BeforeAll
  static void install() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      ImportModel.run(Models.golden("tiny-bert"), name, models, Progress.NONE);
    }
  }

  @AfterEach
  void close() {
    loaded.close();
  }

  @Test
  void should_give_up_what_was_used_longest_ago() {
    MaskFiller a = use("a");
    MaskFiller b = use("b");
    assertThat(use("a")).isSameAs(a);
    MaskFiller c = use("c");
    assertThat(use("a")).isSameAs(a);
    assertThat(use("c")).isSameAs(c);
    assertThat(use("b")).isNotSameAs(b);
  }

  @Test
  void should_never_close_a_model_that_computes() {
    List<FillOutcome> outcomes =
        loaded.use(
            directory("a"),
            a -> {
              use("b");
              use("c");
              assertThat(use("a")).isSameAs(a);
              loaded.close();
              return a.fill(List.of("[MASK]"), FillOptions.top(1));
            });
    assertThat(outcomes).hasOnlyElementsOfType(FillOutcome.Filled.class);
    assertThatThrownBy(() -> use("a"))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessage(LoadedModels.STOPPING);
  }

  @Test
  void should_load_a_model_once_for_all_who_wait() throws Exception {
    var users = Executors.newFixedThreadPool(4);
    try {
      Callable<MaskFiller> user = () -> use("a");
      Set<MaskFiller> seen = new HashSet<>();
      for (Future<MaskFiller> model : users.invokeAll(Collections.nCopies(4, user))) {
        seen.add(model.get());
      }
      assertThat(seen).hasSize(1);
    } finally {
      users.shutdownNow();
    }
  }

  private MaskFiller use(String name) {
    return loaded.use(directory(name), model -> model);
  }

  private static ModelDirectory directory(String name) {
    return new ModelDirectory(models.resolve(name));
  }
}
