package dev.tiankong.duties;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.outage.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A duty with what is known of its last run. */
final class ScheduledDuty implements Runnable {

  private static final System.Logger LOG = System.getLogger(ScheduledDuty.class.getName());

  private final Duty duty;
  private final Clock clock;
  private final Consumer<DutyRun> listener;
  private final Lock oneAtATime = new ReentrantLock();

  private volatile Instant runningSince;
  private volatile DutyRun last;

  ScheduledDuty(Duty duty, Clock clock, Consumer<DutyRun> listener) {
    this.duty = duty;
    this.clock = clock;
    this.listener = listener;
  }

  Duration interval() {
    return duty.interval();
  }

  DutyStatus status() {
    return new DutyStatus(duty.name(), duty.interval(), runningSince, last);
  }

  @Override
  public void run() {
    oneAtATime.lock();
    try {
      runOnce();
    } finally {
      oneAtATime.unlock();
    }
  }

  private void runOnce() {
    Instant start = clock.instant();
    long begin = System.nanoTime();
    runningSince = start;
    DutyOutcome outcome = DutyOutcome.SUCCEEDED;
    String error = null;
    try {
      duty.run();
    } catch (Throwable e) {
      // An Error, too: thrown on, it would end all further runs until somebody restarts the server.
      outcome = Outage.isBehind(e) ? DutyOutcome.SKIPPED : DutyOutcome.FAILED;
      error = ErrorSummary.of(e);
      log(outcome, error, e);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    last = new DutyRun(duty.name(), start, time, outcome, error);
    runningSince = null;
    listener.accept(last);
  }

  private void log(DutyOutcome outcome, String error, Throwable failure) {
    // Most duties run every few seconds: one stack trace for each reason is enough.
    boolean known = last != null && error.equals(last.error());
    if (outcome == DutyOutcome.FAILED && !known) {
      LOG.log(ERROR, "The duty " + duty.name() + " failed, and runs again in due time", failure);
    } else {
      LOG.log(DEBUG, "The duty {0}: {1}, {2}", duty.name(), outcome, error);
    }
  }
}
