package dev.tiankong.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.junit.jupiter.api.Test;

/**
 * Decides on every type of packet that this version of Artemis knows. A type that a later version
 * adds is refused, and fails this test until somebody has looked at it.
 */
class PacketFilterTest {

  private static final Set<String> ALLOWED =
      Set.of(
          // Channel 0.
          "PING",
          "SUBSCRIBE_TOPOLOGY",
          "SUBSCRIBE_TOPOLOGY_V2",
          // Channel 1.
          "CREATESESSION",
          "CREATESESSION_V2",
          "CHECK_FOR_FAILOVER",
          // Channels of sessions.
          "PACKETS_CONFIRMED",
          "CREATE_ADDRESS",
          "CREATE_PRODUCER",
          "CREATE_QUEUE",
          "CREATE_QUEUE_V2",
          "CREATE_SHARED_QUEUE",
          "CREATE_SHARED_QUEUE_V2",
          "DELETE_QUEUE",
          "REMOVE_PRODUCER",
          "SESS_ACKNOWLEDGE",
          "SESS_ADD_METADATA",
          "SESS_ADD_METADATA2",
          "SESS_BINDINGQUERY",
          "SESS_CLOSE",
          "SESS_COMMIT",
          "SESS_CONSUMER_CLOSE",
          "SESS_CREATECONSUMER",
          "SESS_EXPIRED",
          "SESS_FLOWTOKEN",
          "SESS_FORCE_CONSUMER_DELIVERY",
          "SESS_INDIVIDUAL_ACKNOWLEDGE",
          "SESS_PRODUCER_REQUEST_CREDITS",
          "SESS_QUEUEQUERY",
          "SESS_ROLLBACK",
          "SESS_SEND",
          "SESS_SEND_CONTINUATION",
          "SESS_SEND_LARGE",
          "SESS_START",
          "SESS_STOP",
          "SESS_UNIQUE_ADD_METADATA");

  private static final Set<String> REFUSED =
      Set.of(
          // Answers, which only the broker gives.
          "DISCONNECT",
          "DISCONNECT_V2",
          "DISCONNECT_V3",
          "DISCONNECT_CONSUMER",
          "DISCONNECT_CONSUMER_KILL",
          "EXCEPTION",
          "NULL_RESPONSE",
          "CREATESESSION_RESP",
          "REATTACH_SESSION_RESP",
          "CHECK_FOR_FAILOVER_REPLY",
          "SESS_QUEUEQUERY_RESP",
          "SESS_QUEUEQUERY_RESP_V2",
          "SESS_QUEUEQUERY_RESP_V3",
          "SESS_BINDINGQUERY_RESP",
          "SESS_BINDINGQUERY_RESP_V2",
          "SESS_BINDINGQUERY_RESP_V3",
          "SESS_BINDINGQUERY_RESP_V4",
          "SESS_BINDINGQUERY_RESP_V5",
          "SESS_RECEIVE_MSG",
          "SESS_RECEIVE_LARGE_MSG",
          "SESS_RECEIVE_CONTINUATION",
          "SESS_PRODUCER_CREDITS",
          "SESS_PRODUCER_FAIL_CREDITS",
          "SESS_XA_RESP",
          "SESS_XA_INDOUBT_XIDS_RESP",
          "SESS_XA_SET_TIMEOUT_RESP",
          "SESS_XA_GET_TIMEOUT_RESP",
          // Reach sessions and transactions of others.
          "REATTACH_SESSION",
          "SESS_XA_COMMIT",
          "SESS_XA_END",
          "SESS_XA_FAILED",
          "SESS_XA_FORGET",
          "SESS_XA_GET_TIMEOUT",
          "SESS_XA_INDOUBT_XIDS",
          "SESS_XA_JOIN",
          "SESS_XA_PREPARE",
          "SESS_XA_RESUME",
          "SESS_XA_ROLLBACK",
          "SESS_XA_SET_TIMEOUT",
          "SESS_XA_START",
          "SESS_XA_SUSPEND",
          // Clusters, backups and federation.
          "BACKUP_REGISTRATION",
          "BACKUP_REGISTRATION_FAILED",
          "BACKUP_REQUEST",
          "BACKUP_REQUEST_RESPONSE",
          "CLUSTER_CONNECT",
          "CLUSTER_CONNECT_REPLY",
          "CLUSTER_TOPOLOGY",
          "CLUSTER_TOPOLOGY_V2",
          "CLUSTER_TOPOLOGY_V3",
          "CLUSTER_TOPOLOGY_V4",
          "FEDERATION_DOWNSTREAM_CONNECT",
          "NODE_ANNOUNCE",
          "QUORUM_VOTE",
          "QUORUM_VOTE_REPLY",
          "REPLICATION_APPEND",
          "REPLICATION_APPEND_TX",
          "REPLICATION_COMMIT_ROLLBACK",
          "REPLICATION_DELETE",
          "REPLICATION_DELETE_TX",
          "REPLICATION_LARGE_MESSAGE_BEGIN",
          "REPLICATION_LARGE_MESSAGE_END",
          "REPLICATION_LARGE_MESSAGE_WRITE",
          "REPLICATION_PAGE_EVENT",
          "REPLICATION_PAGE_WRITE",
          "REPLICATION_PREPARE",
          "REPLICATION_RESPONSE",
          "REPLICATION_RESPONSE_V2",
          "REPLICATION_SCHEDULED_FAILOVER",
          "REPLICATION_START_FINISH_SYNC",
          "REPLICATION_SYNC_FILE",
          "SCALEDOWN_ANNOUNCEMENT");

  @Test
  void should_know_every_type_of_packet() throws IllegalAccessException {
    Set<String> known = new HashSet<>(ALLOWED);
    known.addAll(REFUSED);

    assertThat(types().keySet()).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void should_allow_what_a_client_needs_and_nothing_else() throws IllegalAccessException {
    Set<Byte> allowed = new HashSet<>(PacketFilter.ON_PING_CHANNEL);
    allowed.addAll(PacketFilter.ON_CONNECTION_CHANNEL);
    allowed.addAll(PacketFilter.IN_SESSION);

    Map<String, Byte> types = types();
    types.values().removeIf(type -> !allowed.contains(type));
    assertThat(types.keySet()).containsExactlyInAnyOrderElementsOf(ALLOWED);
  }

  @Test
  void should_let_nobody_create_a_queue_outside_of_a_session() {
    // There the broker checks no rights.
    assertThat(PacketFilter.ON_CONNECTION_CHANNEL).doesNotContain(PacketImpl.CREATE_QUEUE);
  }

  private static Map<String, Byte> types() throws IllegalAccessException {
    List<Field> constants =
        Arrays.stream(PacketImpl.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == byte.class)
            .toList();
    Map<String, Byte> types = new TreeMap<>();
    for (Field constant : constants) {
      types.put(constant.getName(), constant.getByte(null));
    }
    return types;
  }
}
