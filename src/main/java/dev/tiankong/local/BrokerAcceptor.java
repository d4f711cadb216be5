package dev.tiankong.local;

import java.util.Map;

/** Whether the broker inside the server is opened to other programs. */
final class BrokerAcceptor {

  private static final String SETTING = "TIANKONG_BROKER_ACCEPTOR";

  private BrokerAcceptor() {}

  static boolean isOn(Map<String, String> settings) {
    String value = settings.getOrDefault(SETTING, "false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new CannotStart("%s is %s: set it to true or false.".formatted(SETTING, value));
    }
    return value.equals("true");
  }

  /** Refuses to go on when it could not be opened. */
  static void check(Map<String, String> settings) {
    if (!isOn(settings)) {
      return;
    }
    if (settings.containsKey("TIANKONG_BROKER_HOST")) {
      throw new CannotStart(
          "%s opens the embedded broker, which TIANKONG_BROKER_HOST replaces: unset one of them."
              .formatted(SETTING));
    }
    StartChecks.portIsFree(
        Address.ofBroker(settings),
        "TIANKONG_BROKER_ACCEPTOR_PORT or TIANKONG_BROKER_ACCEPTOR_BIND");
  }
}
