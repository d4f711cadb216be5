package dev.tiankong.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.IllegalBatchStateException;
import dev.tiankong.batch.Label;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.batch.SubmittedTexts;
import dev.tiankong.batch.control.ControlBatch;
import dev.tiankong.batch.store.DeleteExpired;
import dev.tiankong.batch.submit.SubmitBatch;
import dev.tiankong.schema.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two who change a batch at the same moment, statement by statement. */
class RaceTest {

  private static final long AN_HOUR = 3600;

  @TempDir static Path folder;
  private static World world;
  private static Node node;
  private static Actor first;
  private static Actor second;

  @BeforeAll
  static void open() throws IOException, SQLException {
    world = new World(folder);
    node = world.nodes.get(0);
    first = world.actor("first");
    second = world.actor("second");
  }

  @AfterAll
  static void close() throws IOException {
    world.close();
  }

  @AfterEach
  void forgetAll() throws SQLException {
    world.clear();
  }

  @Test
  void should_cancel_the_halves_when_a_chunk_is_split_meanwhile() throws Exception {
    UUID id = submit("a", "b");
    ChunkId chunk = world.messages.take(0);
    fail(chunk);

    first.begin(() -> node.work(chunk, true));
    world.runUntil(first, "insert into chunk");
    world.step(first);
    second.begin(() -> node.get(ControlBatch.class).cancel(id));
    world.run(second);
    world.finish();

    world.ended(first);
    world.ended(second);
    workThroughTheQueue();
    assertThat(ask("select state from batch")).containsExactly("CANCELLED");
    assertThat(ask("select state from chunk order by number"))
        .containsExactly("SPLIT", "CANCELLED", "CANCELLED");
    assertThat(ask("select count(*) from item_result")).containsExactly("0");
    assertThat(world.takeRefused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void should_leave_no_chunk_open_when_a_batch_is_tried_again_while_it_is_cancelled(int statements)
      throws Exception {
    UUID id = submitWithOneGivenUp();

    race(
        () -> node.get(ControlBatch.class).cancel(id),
        statements,
        () -> node.get(ControlBatch.class).retry(id));

    world.ended(first);
    workThroughTheQueue();
    assertThat(ask("select state from batch")).containsExactly("CANCELLED");
    assertThat(ask("select state from chunk")).doesNotContain("READY", "QUEUED");
    assertThat(ask("select total - cancelled from batch"))
        .isEqualTo(ask("select count(*) from item_result"));
    assertThat(world.takeRefused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void should_cancel_what_is_just_tried_again(int statements) throws Exception {
    UUID id = submitWithOneGivenUp();

    race(
        () -> node.get(ControlBatch.class).retry(id),
        statements,
        () -> node.get(ControlBatch.class).cancel(id));

    world.ended(second);
    workThroughTheQueue();
    assertThat(ask("select state from batch")).containsExactly("CANCELLED");
    assertThat(ask("select state from chunk")).doesNotContain("READY", "QUEUED");
    assertThat(ask("select total - cancelled from batch"))
        .isEqualTo(ask("select count(*) from item_result"));
    assertThat(world.takeRefused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void should_not_meet_a_deletion_in_a_deadlock_when_a_batch_is_tried_again(int statements)
      throws Exception {
    UUID id = submit("a");
    giveUp(world.messages.take(0));

    race(
        () -> node.get(ControlBatch.class).retry(id),
        statements,
        () -> node.get(ControlBatch.class).delete(id));

    assertThat(world.takeRefused()).isEmpty();
    world.ended(first);
    assertRefusedOrDeleted();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void should_not_meet_its_expiry_in_a_deadlock_when_a_batch_is_tried_again(int statements)
      throws Exception {
    UUID id = submit("a");
    giveUp(world.messages.take(0));
    world.age();

    race(
        () -> node.get(ControlBatch.class).retry(id),
        statements,
        () -> node.get(DeleteExpired.class).delete(id));

    assertThat(world.takeRefused()).isEmpty();
    world.ended(first);
    assertThat(world.<Boolean>ended(second)).isEqualTo(ask("select id from batch").isEmpty());
  }

  /** The second one comes in when the first has sent some statements, and both go on to the end. */
  private static void race(Callable<?> one, int statements, Callable<?> other) {
    first.begin(one);
    for (int i = 0; i < statements && first.place() == Actor.Place.STOPPED; i++) {
      world.step(first);
    }
    second.begin(other);
    world.run(second);
    world.finish();
  }

  private static void assertRefusedOrDeleted() throws SQLException {
    if (second.failure() == null) {
      assertThat(ask("select id from batch")).isEmpty();
    } else {
      assertThat(second.failure()).isInstanceOf(IllegalBatchStateException.class);
      assertThat(ask("select state from batch")).containsExactly("RUNNING");
    }
  }

  private static UUID submit(String... texts) {
    SubmittedTexts submitted = new SubmittedTexts();
    for (String text : texts) {
      submitted.add(SubmittedText.of(text));
    }
    Label label = new Label(null, List.of(), AN_HOUR, Label.HIGHEST, null, null);
    Submission submission =
        new Submission(
            "anna", EasyTask.NAME, EasyTask.NO_OPTIONS, label, Optional.empty(), submitted);
    Batch batch = world.now(first, () -> node.get(SubmitBatch.class).submit(submission)).batch();
    return batch.id();
  }

  /** With another chunk that is still open. */
  private static UUID submitWithOneGivenUp() {
    UUID id = submit("a", "b", "c");
    // Of the first two texts, one in each half.
    fail(world.messages.take(0));
    ChunkId rest = world.messages.take(0);
    work(new ChunkId(id, 0));
    giveUp(world.messages.take(0));
    work(world.messages.take(0));
    world.messages.add(rest);
    return id;
  }

  private static boolean work(ChunkId chunk) {
    return world.<Boolean>now(first, () -> node.work(chunk, true));
  }

  private static void fail(ChunkId chunk) {
    boolean done =
        world.now(
            first,
            () -> {
              EasyTask.FAILS.set(true);
              try {
                return node.work(chunk, true);
              } finally {
                EasyTask.FAILS.set(false);
              }
            });
    assertThat(done).isFalse();
  }

  private static void giveUp(ChunkId chunk) {
    for (int attempt = 0; attempt < Settings.ATTEMPTS; attempt++) {
      fail(chunk);
    }
    assertThat(work(chunk)).isTrue();
  }

  private static void workThroughTheQueue() {
    while (world.messages.size() > 0) {
      work(world.messages.take(0));
    }
  }

  private static List<String> ask(String question) throws SQLException {
    return Cluster.column(world.database(), question);
  }
}
