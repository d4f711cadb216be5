package dev.tiankong.management;

/** The broker answered that it cannot do what it was told. */
public class BrokerRefusalException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokerRefusalException(String message) {
    super(message);
  }
}
