package dev.tiankong.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.CountResults;
import dev.tiankong.batch.IllegalBatchStateException;
import dev.tiankong.batch.Label;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.batch.SubmittedTexts;
import dev.tiankong.batch.control.ControlBatch;
import dev.tiankong.batch.control.ControlDeadLetters;
import dev.tiankong.batch.dispatch.RefillWindows;
import dev.tiankong.batch.dispatch.ReleaseScheduled;
import dev.tiankong.batch.dispatch.ResendChunks;
import dev.tiankong.batch.store.DeleteExpired;
import dev.tiankong.batch.submit.SubmitBatch;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Some things that users, workers and sweeps do at the same time, drawn from a seed together with
 * the order of their statements, and the end that it all comes to.
 */
final class History {

  private static final long AN_HOUR = 3600;
  private static final int DEEDS = 8;

  /** After that many a message is a dead letter, as the queue's settings say. */
  private static final int DELIVERIES = 4;

  private static final List<String> OWNERS = List.of("anna", "bert");

  /** Few, so that twins and known answers are frequent. */
  private static final List<String> TEXTS =
      List.of("a", "b", "c", "d", "e", EasyTask.HOPELESS, EasyTask.REFUSED);

  private final World world;
  private final Random random;
  private final Model model;
  private final List<Actor> actors;
  private final List<UUID> batches = new CopyOnWriteArrayList<>();
  private final Map<ChunkId, Integer> deliveries = new ConcurrentHashMap<>();
  private final List<ChunkId> dead = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private int left = DEEDS;

  /** What a worker has in its hands. */
  private final Map<Actor, ChunkId> inHand = new ConcurrentHashMap<>();

  History(World world, List<Actor> actors, long seed) {
    this.world = world;
    this.actors = actors;
    random = new Random(seed);
    model = new Model(world);
  }

  /** What was done, in the order of the statements. */
  List<String> log() {
    return log;
  }

  void run() throws Exception {
    Actor any = actors.get(0);
    begin(any, "submit", node -> submit(node));
    world.finish();
    ended(any);
    while (left > 0 || isAnyoneBusy()) {
      Optional<Actor> next = draw(actors.stream().filter(this::canGoOn).toList());
      if (next.isPresent()) {
        goOn(next.get());
      } else {
        world.settle();
      }
    }
    workOff();
  }

  private boolean isAnyoneBusy() {
    return actors.stream().anyMatch(actor -> actor.place() != Actor.Place.IDLE);
  }

  private boolean canGoOn(Actor actor) {
    return actor.place() == Actor.Place.STOPPED || actor.place() == Actor.Place.IDLE && left > 0;
  }

  private void goOn(Actor actor) throws Exception {
    if (actor.place() == Actor.Place.IDLE) {
      left--;
      beginSomething(actor);
    } else if (random.nextInt(150) == 0) {
      log.add(actor + " dies before: " + brief(actor.statement()));
      world.kill(actor);
    } else {
      int statements = 1 + random.nextInt(3);
      log.add(actor + ": " + brief(actor.statement()) + " and " + (statements - 1));
      world.step(actor, statements);
    }
    for (Actor each : actors) {
      if (each.place() == Actor.Place.IDLE && each.hasEnded()) {
        ended(each);
      }
    }
  }

  private static String brief(String statement) {
    String line = statement.replaceAll("\\s+", " ").strip();
    return line.length() > 100 ? line.substring(0, 100) : line;
  }

  private interface Deed {
    Object on(Node node) throws Exception;
  }

  private void begin(Actor actor, String name, Deed deed) {
    Node node = world.nodes.get(actors.indexOf(actor) % world.nodes.size());
    log.add(actor + " begins: " + name);
    actor.begin(() -> node.call(() -> deed.on(node)));
  }

  /** The first two are workers, the others users and sweeps. */
  private void beginSomething(Actor actor) throws Exception {
    boolean worker = actors.indexOf(actor) < 2;
    if (worker && world.messages.size() > 0) {
      beginWork(actor);
    } else {
      beginControl(actor);
    }
  }

  private void beginWork(Actor actor) {
    ChunkId chunk = world.messages.take(random.nextInt(world.messages.size()));
    inHand.put(actor, chunk);
    int lot = random.nextInt(100);
    boolean fails = lot < 30;
    boolean accepted = lot < 90;
    if (lot >= 95) {
      world.messages.add(chunk);
    }
    begin(
        actor,
        "work on " + chunk.number() + (fails ? ", in vain" : accepted ? "" : ", not committed"),
        node -> {
          EasyTask.FAILS.set(fails);
          return node.work(chunk, accepted);
        });
  }

  private void beginControl(Actor actor) throws Exception {
    Optional<UUID> some = draw(batches);
    UUID id = some.orElse(new UUID(0, 0));
    switch (random.nextInt(22)) {
      case 0, 1 -> begin(actor, "submit", this::submit);
      case 2 -> begin(actor, "pause", node -> node.get(ControlBatch.class).pause(id));
      case 3, 4 -> begin(actor, "resume", node -> node.get(ControlBatch.class).resume(id));
      case 5, 6, 7 -> begin(actor, "cancel", node -> node.get(ControlBatch.class).cancel(id));
      case 8, 9, 10 -> begin(actor, "retry", node -> node.get(ControlBatch.class).retry(id));
      case 11 -> begin(actor, "retry all", node -> node.get(ControlDeadLetters.class).retryAll());
      case 12 -> {
        ChunkId chunk = new ChunkId(id, random.nextInt(3));
        begin(actor, "retry one", node -> node.get(ControlDeadLetters.class).retry(chunk));
      }
      case 13 ->
          begin(actor, "discard all", node -> node.get(ControlDeadLetters.class).discardAll());
      case 14 -> {
        ChunkId chunk = new ChunkId(id, random.nextInt(3));
        begin(actor, "discard one", node -> node.get(ControlDeadLetters.class).discard(chunk));
      }
      case 15 -> begin(actor, "delete", node -> node.get(ControlBatch.class).delete(id));
      case 16 -> {
        world.age();
        begin(actor, "expire", this::expire);
      }
      case 17 -> begin(actor, "count", this::count);
      case 18 -> begin(actor, "refill", this::refill);
      case 19 -> begin(actor, "resend", this::resend);
      case 20 -> begin(actor, "release", this::release);
      default -> {
        if (!dead.isEmpty()) {
          ChunkId chunk = dead.remove(0);
          begin(actor, "bury " + chunk.number(), node -> node.bury(chunk));
        } else if (world.messages.size() > 0) {
          log.add("a message is lost");
          world.messages.take(random.nextInt(world.messages.size()));
        }
      }
    }
  }

  private Object submit(Node node) {
    SubmittedTexts texts = new SubmittedTexts();
    int size = 1 + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      texts.add(SubmittedText.of(TEXTS.get(random.nextInt(TEXTS.size()))));
    }
    Instant due = random.nextInt(8) == 0 ? Instant.now().minusSeconds(1) : null;
    Label label = new Label(null, List.of(), AN_HOUR, random.nextInt(10), due, null);
    String owner = OWNERS.get(random.nextInt(OWNERS.size()));
    Submission submission =
        new Submission(owner, EasyTask.NAME, EasyTask.NO_OPTIONS, label, Optional.empty(), texts);
    Batch batch = node.get(SubmitBatch.class).submit(submission).batch();
    batches.add(batch.id());
    return batch;
  }

  private Object expire(Node node) {
    DeleteExpired expired = node.get(DeleteExpired.class);
    expired.due().forEach(expired::delete);
    return null;
  }

  private Object count(Node node) {
    CountResults results = node.get(CountResults.class);
    results.pending().forEach(results::count);
    return null;
  }

  private Object refill(Node node) {
    RefillWindows windows = node.get(RefillWindows.class);
    windows.stuckOwners().forEach(windows::refill);
    return null;
  }

  private Object resend(Node node) {
    return node.get(ResendChunks.class).untouchedFor(Duration.ZERO);
  }

  private Object release(Node node) {
    ReleaseScheduled scheduled = node.get(ReleaseScheduled.class);
    scheduled.due().forEach(scheduled::release);
    return null;
  }

  /** Looks at what became of it, and what the database says now. */
  private void ended(Actor actor) throws SQLException {
    Throwable failure = actor.takeFailure();
    Object result = actor.takeResult();
    ChunkId chunk = inHand.remove(actor);
    if (chunk != null && !Boolean.TRUE.equals(result)) {
      comesAgain(chunk);
    }
    if (failure != null && !(failure instanceof Killed) && !isRefusal(failure)) {
      throw new AssertionError(actor + " failed", failure);
    }
    assertThat(world.takeRefused()).as("what the database refused").isEmpty();
    assertThat(world.takeComplaints()).as("what was logged").isEmpty();
    log.addAll(model.check());
  }

  private void comesAgain(ChunkId chunk) {
    if (deliveries.merge(chunk, 1, Integer::sum) >= DELIVERIES) {
      dead.add(chunk);
    } else {
      world.messages.add(chunk);
    }
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof IllegalBatchStateException;
  }

  private <T> Optional<T> draw(List<T> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
  }

  /** Lets everything come to its end, one thing after the other. */
  private void workOff() throws Exception {
    log.add("— the end —");
    Actor actor = actors.get(0);
    for (UUID id : batches) {
      alone(actor, node -> node.get(ControlBatch.class).resume(id));
    }
    for (int round = 0; !model.isAllOver(); round++) {
      assertThat(round).as("rounds until all is over").isLessThan(20);
      alone(actor, this::release);
      alone(actor, this::refill);
      alone(actor, this::resend);
      while (world.messages.size() > 0) {
        ChunkId chunk = world.messages.take(0);
        alone(actor, node -> node.work(chunk, true));
      }
      alone(actor, this::count);
    }
    model.checkEnd();
  }

  private void alone(Actor actor, Deed deed) throws SQLException {
    begin(
        actor,
        "to the end",
        node -> {
          EasyTask.FAILS.set(false);
          return deed.on(node);
        });
    world.finish();
    ended(actor);
  }
}
