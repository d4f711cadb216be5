package dev.tiankong.messages;

import static dev.tiankong.request.JsonLibrary.JSON;
import static java.lang.System.Logger.Level.INFO;
import static java.util.stream.Collectors.toSet;

import dev.tiankong.duties.Duty;
import dev.tiankong.management.BrokerManagement;
import dev.tiankong.management.Question;
import dev.tiankong.security.BrokerSignIn;
import dev.tiankong.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Closes connections to the embedded broker whose token was revoked or has expired, or whose role
 * no longer allows what it listens to. The broker asks for rights when a client does something, and
 * a subscriber that only listens does nothing.
 */
@ApplicationScoped
class RevokedConnectionsDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(RevokedConnectionsDuty.class.getName());

  private static final String EVENTS = "jms.topic.tiankong.events";

  /** How the broker writes where a connection in the same JVM comes from. */
  private static final String IN_JVM = "invm:";

  private static final Question CONNECTIONS = Question.list("listConnections");
  private static final Question CONSUMERS = Question.list("listConsumers");

  @Inject BrokerManagement broker;
  @Inject BrokerSignIn signIn;

  @Override
  public String name() {
    return "close-revoked-connections";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void run() {
    // An external broker has users of its own.
    if (signIn.isByToken()) {
      broker.talk(this::close);
    }
  }

  private Void close(JMSContext context) throws JMSException {
    List<JsonObject> connections = CONNECTIONS.askForList(context);
    Set<String> connected =
        connections.stream().flatMap(RevokedConnectionsDuty::tokens).collect(toSet());
    if (connected.isEmpty()) {
      return null;
    }
    Map<String, Role> roles = signIn.roles(connected);
    Set<String> revoked = new HashSet<>(connected);
    revoked.removeAll(roles.keySet());
    for (JsonObject consumer : CONSUMERS.askForList(context)) {
      String token = consumer.getString("user");
      if (roles.containsKey(token)
          && !mayConsume(roles.get(token), consumer.getString("address"))) {
        revoked.add(token);
      }
    }
    for (JsonObject connection : connections) {
      if (tokens(connection).anyMatch(revoked::contains)) {
        close(connection, context);
      }
    }
    return null;
  }

  /** None on the connections of the application, which has no token. */
  private static Stream<String> tokens(JsonObject connection) {
    return connection.getString("remoteAddress").startsWith(IN_JVM)
        ? Stream.empty()
        : Stream.of(connection.getString("users").split(",")).filter(user -> !user.isEmpty());
  }

  private static void close(JsonObject connection, JMSContext context) throws JMSException {
    LOG.log(
        INFO,
        "Closing the broker connection from {0}: token {1} has lost its rights",
        connection.getString("remoteAddress"),
        connection.getString("users"));
    JsonArray id = JSON.createArrayBuilder().add(connection.getString("connectionID")).build();
    Question.operation("broker", "closeConnectionWithID", id).ask(context);
  }

  /** As the broker's own settings say (broker.cli). */
  private static boolean mayConsume(Role role, String address) {
    return switch (role) {
      case viewer -> false;
      case submitter -> !address.equals(EVENTS);
      case operator -> true;
    };
  }
}
