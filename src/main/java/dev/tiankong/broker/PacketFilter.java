package dev.tiankong.broker;

import static java.lang.System.Logger.Level.INFO;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CHECK_FOR_FAILOVER;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATESESSION;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATESESSION_V2;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATE_ADDRESS;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATE_PRODUCER;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATE_QUEUE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATE_QUEUE_V2;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATE_SHARED_QUEUE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.CREATE_SHARED_QUEUE_V2;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.DELETE_QUEUE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.PACKETS_CONFIRMED;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.PING;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.REATTACH_SESSION;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.REMOVE_PRODUCER;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_ACKNOWLEDGE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_ADD_METADATA;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_ADD_METADATA2;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_BINDINGQUERY;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_CLOSE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_COMMIT;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_CONSUMER_CLOSE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_CREATECONSUMER;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_EXPIRED;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_FLOWTOKEN;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_FORCE_CONSUMER_DELIVERY;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_INDIVIDUAL_ACKNOWLEDGE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_PRODUCER_REQUEST_CREDITS;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_QUEUEQUERY;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_ROLLBACK;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_SEND;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_SEND_CONTINUATION;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_SEND_LARGE;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_START;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_STOP;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SESS_UNIQUE_ADD_METADATA;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SUBSCRIBE_TOPOLOGY;
import static org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl.SUBSCRIBE_TOPOLOGY_V2;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl.CHANNEL_ID;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateSessionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionResponseMessage;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Lets through what a JMS client needs, and closes the connection at anything else. The broker
 * obeys packets of clusters, replication and federation from clients that have not signed in, and
 * on some channels checks no rights.
 *
 * <p>Connections of the application, which is in the same JVM, are exempt.
 */
public final class PacketFilter implements Interceptor {

  private static final System.Logger LOG = System.getLogger(PacketFilter.class.getName());

  /** What keeps a connection alive, and asks which brokers there are. */
  static final Set<Byte> ON_PING_CHANNEL = Set.of(PING, SUBSCRIBE_TOPOLOGY, SUBSCRIBE_TOPOLOGY_V2);

  /** What signs in, and what a client that reconnects asks before it does so. */
  static final Set<Byte> ON_CONNECTION_CHANNEL =
      Set.of(CREATESESSION, CREATESESSION_V2, CHECK_FOR_FAILOVER);

  /**
   * Not XA: who may use it can list the prepared transactions of everybody, the application's
   * included, and end them.
   */
  static final Set<Byte> IN_SESSION =
      Set.of(
          PACKETS_CONFIRMED,
          CREATE_ADDRESS,
          CREATE_PRODUCER,
          CREATE_QUEUE,
          CREATE_QUEUE_V2,
          CREATE_SHARED_QUEUE,
          CREATE_SHARED_QUEUE_V2,
          DELETE_QUEUE,
          REMOVE_PRODUCER,
          SESS_ACKNOWLEDGE,
          SESS_ADD_METADATA,
          SESS_ADD_METADATA2,
          SESS_BINDINGQUERY,
          SESS_CLOSE,
          SESS_COMMIT,
          SESS_CONSUMER_CLOSE,
          SESS_CREATECONSUMER,
          SESS_EXPIRED,
          SESS_FLOWTOKEN,
          SESS_FORCE_CONSUMER_DELIVERY,
          SESS_INDIVIDUAL_ACKNOWLEDGE,
          SESS_PRODUCER_REQUEST_CREDITS,
          SESS_QUEUEQUERY,
          SESS_ROLLBACK,
          SESS_SEND,
          SESS_SEND_CONTINUATION,
          SESS_SEND_LARGE,
          SESS_START,
          SESS_STOP,
          SESS_UNIQUE_ADD_METADATA);

  private final SessionNames names = new SessionNames();

  /** Ids of connections that have had a session. */
  private final Set<Object> signedIn = ConcurrentHashMap.newKeySet();

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    try {
      if (connection.getTransportConnection() instanceof InVMConnection) {
        return true;
      }
      // If it is closed, this was sent behind a packet that was refused.
      return connection.getTransportConnection().isOpen()
          && passes(packet, (CoreRemotingConnection) connection);
    } catch (Throwable e) {
      // Artemis would log it and let the packet through, also where a new version of it lacks a
      // method that this calls.
      PacketRefusal.of(packet, connection, "which cannot be examined: " + e);
      return false;
    }
  }

  private boolean passes(Packet packet, CoreRemotingConnection connection) {
    byte type = packet.getType();
    long channel = packet.getChannelID();
    if (channel == CHANNEL_ID.PING.id) {
      return isAmong(ON_PING_CHANNEL, packet, connection);
    }
    if (channel != CHANNEL_ID.SESSION.id) {
      return isAmong(IN_SESSION, packet, connection) && isInSession(packet, connection);
    }
    if (type == REATTACH_SESSION) {
      denySession(connection);
      return false;
    }
    return isAmong(ON_CONNECTION_CHANNEL, packet, connection) && hasNewName(packet, connection);
  }

  private static boolean isAmong(Set<Byte> types, Packet packet, CoreRemotingConnection from) {
    if (types.contains(packet.getType())) {
      return true;
    }
    PacketRefusal.of(packet, from, "which clients may not send there");
    return false;
  }

  private boolean hasNewName(Packet packet, CoreRemotingConnection connection) {
    if (packet instanceof CreateSessionMessage session
        && !names.claim(session.getName(), connection)) {
      PacketRefusal.of(packet, connection, "with the name of a session that is open");
      return false;
    }
    return true;
  }

  private boolean isInSession(Packet packet, CoreRemotingConnection connection) {
    Object id = connection.getID();
    Optional<ServerSession> session = Sessions.on(connection, packet.getChannelID());
    if (session.isPresent()) {
      if (signedIn.add(id)) {
        connection.addCloseListener(() -> signedIn.remove(id));
      }
      if (packet.getType() == SESS_CLOSE) {
        names.release(session.get().getName(), connection);
      }
      return true;
    }
    // The last packets of a session may come when it is closed; they were never answered.
    if (!signedIn.contains(id)) {
      PacketRefusal.of(packet, connection, "before signing in");
    }
    return false;
  }

  /**
   * A session is not given to whoever knows its name. Told that it is gone, a client that lost its
   * connection signs in again.
   */
  private static void denySession(CoreRemotingConnection connection) {
    LOG.log(
        INFO,
        "The broker connection from {0} requested an earlier session: it has to sign in again",
        connection.getRemoteAddress());
    connection
        .getChannel(CHANNEL_ID.SESSION.id, -1)
        .send(new ReattachSessionResponseMessage(-1, false));
  }
}
