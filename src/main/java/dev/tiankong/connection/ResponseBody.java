package dev.tiankong.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** An answer. Its connection is closed when the client takes less than the minimum rate. */
final class ResponseBody extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private final HttpServerExchange exchange;
  private final WaitingThreads threads;
  private final Allowance allowance;

  ResponseBody(
      StreamSinkConduit next,
      HttpServerExchange exchange,
      WaitingThreads threads,
      Allowance allowance) {
    super(next);
    this.exchange = exchange;
    this.threads = threads;
    this.allowance = allowance;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return (int) count(super.write(from));
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    return count(super.write(from, offset, length));
  }

  @Override
  public int writeFinal(ByteBuffer from) throws IOException {
    return (int) count(super.writeFinal(from));
  }

  @Override
  public long writeFinal(ByteBuffer[] from, int offset, int length) throws IOException {
    return count(super.writeFinal(from, offset, length));
  }

  @Override
  public long transferFrom(FileChannel from, long position, long count) throws IOException {
    return count(super.transferFrom(from, position, count));
  }

  @Override
  public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through)
      throws IOException {
    return count(super.transferFrom(from, count, through));
  }

  private long count(long bytes) {
    allowance.transferred(bytes);
    return bytes;
  }

  @Override
  public void awaitWritable() throws IOException {
    awaitWritable(Long.MAX_VALUE, MILLISECONDS);
  }

  @Override
  public void awaitWritable(long time, TimeUnit unit) throws IOException {
    try {
      threads.run(
          allowance,
          most -> super.awaitWritable(Math.min(unit.toMillis(time), most), MILLISECONDS));
    } catch (SlowClientException e) {
      IoUtils.safeClose(exchange.getConnection());
      throw e;
    }
  }
}
