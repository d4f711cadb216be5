package dev.tiankong.broker;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Names of the sessions that clients have open. The broker lists sessions by name: of two that have
 * the same, it would go on to serve the earlier one without knowing of it.
 */
final class SessionNames {

  private final Set<String> all = ConcurrentHashMap.newKeySet();
  private final Map<Object, Set<String>> ofConnection = new ConcurrentHashMap<>();

  /**
   * @return false if a session has that name
   */
  boolean claim(String name, RemotingConnection connection) {
    if (!all.add(name)) {
      return false;
    }
    ofConnection.computeIfAbsent(connection.getID(), id -> watched(connection)).add(name);
    return true;
  }

  private Set<String> watched(RemotingConnection connection) {
    connection.addCloseListener(() -> all.removeAll(ofConnection.remove(connection.getID())));
    return ConcurrentHashMap.newKeySet();
  }

  void release(String name, RemotingConnection connection) {
    if (ofConnection.getOrDefault(connection.getID(), Set.of()).remove(name)) {
      all.remove(name);
    }
  }
}
