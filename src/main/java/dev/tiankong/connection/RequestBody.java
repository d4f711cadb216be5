package dev.tiankong.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSourceConduit;

/**
 * A request's body. Ends the wait for a client that sends less than the minimum rate, on a worker
 * thread as well as on the I/O thread, and has no thread wait for what is left of a body once its
 * request is answered: Undertow would otherwise read all of it with the thread that answered.
 */
final class RequestBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

  /** For the client to read the answer: a close while it still sends may discard it. */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private static final int DISCARDED_AT_ONCE = 1 << 14;

  private final HttpServerExchange exchange;
  private final WaitingThreads threads;
  private final Allowance allowance;
  private final AtomicBoolean discarding = new AtomicBoolean();

  // Only the I/O thread touches these.
  private XnioExecutor.Key alarm;
  private long waitingSince;

  private volatile boolean tooSlow;

  RequestBody(
      StreamSourceConduit next,
      HttpServerExchange exchange,
      WaitingThreads threads,
      Allowance allowance) {
    super(next);
    this.exchange = exchange;
    this.threads = threads;
    this.allowance = allowance;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    return isOver() ? -1 : (int) count(super.read(to));
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) throws IOException {
    return isOver() ? -1 : count(super.read(to, offset, length));
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) throws IOException {
    return isOver() ? -1 : count(super.transferTo(position, count, target));
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel target)
      throws IOException {
    return isOver() ? -1 : count(super.transferTo(count, through, target));
  }

  /** Whether nobody needs the rest. */
  private boolean isOver() throws IOException {
    if (discarding.get() || exchange.isResponseComplete()) {
      discard();
      return true;
    }
    if (tooSlow) {
      throw new SlowClientException("The body arrived below the minimum rate");
    }
    return false;
  }

  private long count(long bytes) {
    if (bytes > 0) {
      boolean clockRuns = alarm != null;
      stopClock();
      allowance.transferred(bytes);
      if (clockRuns) {
        startClock();
      }
    } else if (bytes < 0) {
      stopClock();
    }
    return bytes;
  }

  @Override
  public void awaitReadable() throws IOException {
    awaitReadable(Long.MAX_VALUE, MILLISECONDS);
  }

  @Override
  public void awaitReadable(long time, TimeUnit unit) throws IOException {
    if (discarding.get()) {
      return;
    }
    threads.run(
        allowance, most -> super.awaitReadable(Math.min(unit.toMillis(time), most), MILLISECONDS));
  }

  @Override
  public void resumeReads() {
    if (!discarding.get()) {
      startClock();
      super.resumeReads();
    }
  }

  @Override
  public void wakeupReads() {
    if (!discarding.get()) {
      startClock();
      super.wakeupReads();
    }
  }

  @Override
  public void suspendReads() {
    if (!discarding.get()) {
      stopClock();
      super.suspendReads();
    }
  }

  private void startClock() {
    stopClock();
    waitingSince = System.nanoTime();
    alarm = exchange.getIoThread().executeAfter(this::ring, allowance.left(), TimeUnit.NANOSECONDS);
  }

  private void stopClock() {
    if (alarm != null) {
      alarm.remove();
      alarm = null;
      allowance.waited(System.nanoTime() - waitingSince);
    }
  }

  private void ring() {
    if (!exchange.isRequestComplete() && !exchange.isResponseStarted()) {
      tooSlow = true;
      super.wakeupReads();
    }
  }

  /** Called when nobody reads on: before the answer is sent, or after that. */
  @Override
  public void terminateReads() throws IOException {
    stopClock();
    if (exchange.isRequestComplete()) {
      super.terminateReads();
    } else {
      discard();
    }
  }

  /** Reads what still comes in on the I/O thread, for a short time, and ends the exchange. */
  private void discard() {
    if (!discarding.compareAndSet(false, true)) {
      return;
    }
    ByteBuffer scrap = ByteBuffer.allocate(DISCARDED_AT_ONCE);
    XnioExecutor.Key end =
        exchange.getIoThread().executeAfter(this::breakOff, LINGER.toMillis(), MILLISECONDS);
    next.setReadReadyHandler(
        new ReadReadyHandler() {
          @Override
          public void readReady() {
            try {
              int read;
              do {
                scrap.clear();
                read = next.read(scrap);
              } while (read > 0);
              if (read < 0) {
                end.remove();
                Connectors.terminateRequest(exchange);
              }
            } catch (IOException e) {
              end.remove();
              breakOff();
            }
          }

          @Override
          public void forceTermination() {
            end.remove();
            breakOff();
          }

          @Override
          public void terminated() {
            end.remove();
          }
        });
    next.wakeupReads();
  }

  private void breakOff() {
    exchange.setPersistent(false);
    try {
      super.terminateReads();
    } catch (IOException e) {
      // Of a body in chunks, that it has no end: that is why it is broken off.
    }
    Connectors.terminateRequest(exchange);
    IoUtils.safeClose(exchange.getConnection());
  }
}
