package dev.tiankong.http2;

import io.undertow.protocols.http2.HpackDecoder;
import io.undertow.protocols.http2.HpackDecoder.HeaderEmitter;
import io.undertow.util.HttpString;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection of HTTP/2 (RFC 9113) with one request, whose body need not come to its end. The
 * JDK's client cannot show what a server answers to that: up to release 17 at least, it waits for
 * its own body first.
 */
public final class Http2Stream {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int STREAM = 1;

  private final DataInputStream in;
  private final DataOutputStream out;

  public Http2Stream(Socket socket) throws IOException {
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
    out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    send(SETTINGS, 0, 0, new byte[0]);
  }

  /**
   * Sends a POST and the first bytes of its body.
   *
   * @param headers name, value, name, value..., names in lower case, each at most 126 bytes
   */
  public void post(String path, String body, String... headers) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(1 << 12);
    literal(block, ":method", "POST");
    literal(block, ":scheme", "https");
    literal(block, ":authority", "localhost");
    literal(block, ":path", path);
    for (int i = 0; i < headers.length; i += 2) {
      literal(block, headers[i], headers[i + 1]);
    }
    byte[] bytes = new byte[block.flip().remaining()];
    block.get(bytes);
    send(HEADERS, END_HEADERS, STREAM, bytes);
    send(DATA, 0, STREAM, body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * All that comes on the stream until the server resets it.
   *
   * @return the status, {@code end} if the answer is complete, and {@code reset}
   */
  public List<String> answer() throws IOException {
    List<String> answer = new ArrayList<>();
    while (!answer.contains("reset")) {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      byte[] payload = in.readNBytes(length);
      if (stream != STREAM) {
        continue;
      }
      if (type == HEADERS) {
        answer.add(status(payload));
      }
      if (type == RST_STREAM) {
        answer.add("reset");
      }
      if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
        answer.add("end");
      }
    }
    return answer;
  }

  private static String status(byte[] block) throws IOException {
    List<String> statuses = new ArrayList<>();
    HpackDecoder decoder = new HpackDecoder();
    decoder.setHeaderEmitter(
        new HeaderEmitter() {
          @Override
          public void emitHeader(HttpString name, String value, boolean neverIndex) {
            if (name.toString().equals(":status")) {
              statuses.add(value);
            }
          }
        });
    try {
      decoder.decode(ByteBuffer.wrap(block), false);
    } catch (Exception e) {
      throw new IOException("Headers that cannot be read", e);
    }
    return statuses.get(0);
  }

  /** Literal header field without indexing (RFC 7541, 6.2.2). */
  private static void literal(ByteBuffer block, String name, String value) {
    block.put((byte) 0);
    for (String text : List.of(name, value)) {
      block.put((byte) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void send(int type, int flags, int stream, byte[] payload) throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }
}
