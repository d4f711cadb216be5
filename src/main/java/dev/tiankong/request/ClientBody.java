package dev.tiankong.request;

import dev.tiankong.problem.ClientGoneException;
import dev.tiankong.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * A body as it comes from the client. Tells the client's failures from the server's: an {@code
 * IOException} further out would be taken for one of a file, or of a parser.
 */
final class ClientBody extends FilterInputStream {

  ClientBody(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (InterruptedIOException e) {
      throw Problem.slowBody().refusal();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  /** Does nothing: the container closes the stream, and would read all that is left if we did. */
  @Override
  public void close() {}
}
