package dev.tiankong.problem;

import java.io.IOException;

/** The client ended the connection before it had sent its body, or taken its answer. */
public class ClientGoneException extends RuntimeException {

  public ClientGoneException(IOException cause) {
    super("The client has disconnected", cause);
  }
}
