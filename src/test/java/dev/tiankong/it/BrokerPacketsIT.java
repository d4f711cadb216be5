package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.client.impl.ClientSessionInternal;
import org.apache.activemq.artemis.core.config.federation.FederationDownstreamConfiguration;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateQueueMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateSessionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.FederationDownstreamConnectMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionResponseMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program on the broker's port can do that no JMS client would: nothing. */
@ArquillianTest
class BrokerPacketsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long CONNECTION_CHANNEL = 1;
  private static final long FEDERATION_CHANNEL = 4;
  private static final Path LOG =
      Path.of(System.getProperty("test.home"), "server", "log", "server.log");

  /** What a client needs to sign in, each on its channel. */
  private static final Map<Long, Set<String>> FOR_SIGN_IN =
      Map.of(
          0L,
          Set.of("PING", "SUBSCRIBE_TOPOLOGY", "SUBSCRIBE_TOPOLOGY_V2"),
          CONNECTION_CHANNEL,
          // The last one is answered, see below.
          Set.of("CREATESESSION", "CREATESESSION_V2", "CHECK_FOR_FAILOVER", "REATTACH_SESSION"));

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, CONNECTION_CHANNEL, FEDERATION_CHANNEL, 10})
  void should_refuse_every_packet_of_those_who_have_not_signed_in(long channel) throws Exception {
    Set<String> needed = FOR_SIGN_IN.getOrDefault(channel, Set.of());
    for (Field type : types()) {
      if (!needed.contains(type.getName())) {
        try (CoreClient stranger = new CoreClient(BrokerClient.url())) {
          CoreRemotingConnection connection =
              stranger.send(CoreClient.zeros(type.getByte(null)), channel);

          awaitEnd(connection, type.getName());
        }
      }
    }
  }

  private static List<Field> types() {
    return Arrays.stream(PacketImpl.class.getFields())
        .filter(field -> field.getType() == byte.class)
        .toList();
  }

  private static void awaitEnd(CoreRemotingConnection connection, String packet) {
    await(packet).atMost(PATIENCE).until(() -> !CoreClient.isOpen(connection));
  }

  @Test
  void should_connect_to_nobody_who_asks_for_federation() throws Exception {
    ServerLog log = new ServerLog(LOG);
    try (ServerSocketChannel rogue = ServerSocketChannel.open();
        CoreClient stranger = new CoreClient(BrokerClient.url())) {
      rogue.bind(new InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);

      awaitEnd(
          stranger.send(federation(rogue.socket().getLocalPort()), FEDERATION_CHANNEL),
          "federation");

      assertThat(log.recordsSince())
          .filteredOn(record -> record.contains("FederationDownstreamConnectMessage"))
          .singleElement()
          .asString()
          .contains(" WARN ", "Closing the broker connection from 127.0.0.1:", "type -16");
      assertThat(rogue.accept()).isNull();
    }
  }

  private static FederationDownstreamConnectMessage federation(int port) {
    FederationDownstreamConfiguration downstream = new FederationDownstreamConfiguration();
    downstream.setName("rogue");
    downstream.setUpstreamConfiguration(
        new TransportConfiguration(
            NettyConnectorFactory.class.getName(),
            Map.of("host", "127.0.0.1", "port", Integer.toString(port)),
            "rogue"));
    FederationDownstreamConnectMessage message = new FederationDownstreamConnectMessage();
    message.setName("rogue");
    message.setStreamConfiguration(downstream);
    return message;
  }

  @Test
  void should_give_a_session_to_nobody_who_knows_its_name() throws Exception {
    try (CoreClient owner = new CoreClient(BrokerClient.url());
        CoreClient stranger = new CoreClient(BrokerClient.url())) {
      ClientSession session = owner.session(token(), false);
      String name = ((ClientSessionInternal) session).getName();

      ReattachSessionResponseMessage answer =
          (ReattachSessionResponseMessage)
              stranger
                  .connection()
                  .getChannel(CONNECTION_CHANNEL, -1)
                  .sendBlocking(
                      new ReattachSessionMessage(name, -1), PacketImpl.REATTACH_SESSION_RESP);

      assertThat(answer.isReattached()).isFalse();
      assertThat(session.queueQuery(SUBMIT).isExists()).isTrue();
      awaitEnd(
          stranger.send(
              new CreateSessionMessage(
                  name, 10, 135, "x", "x", 1024, false, true, true, false, -1, null),
              CONNECTION_CHANNEL),
          "the same name");
    }
  }

  private static final SimpleString SUBMIT = SimpleString.of("jms.queue.tiankong.submit");

  private static jakarta.json.JsonObject token() {
    return Account.make("submitter").newToken("submitter");
  }

  @Test
  void should_let_a_client_sign_in_again_when_its_connection_broke() throws Exception {
    String url = BrokerClient.url() + "&reconnectAttempts=50&retryInterval=100";
    try (CoreClient client = new CoreClient(url)) {
      ClientSession session = client.session(token(), false);
      CoreRemotingConnection first = client.connection();

      first.getTransportConnection().close();
      first.fail(new ActiveMQException("broken by the test"));

      assertThat(session.queueQuery(SUBMIT).isExists()).isTrue();
      assertThat(client.connection()).isNotSameAs(first);
    }
  }

  @Test
  void should_create_no_queue_for_those_who_have_not_signed_in() {
    try (CoreClient stranger = new CoreClient(BrokerClient.url())) {
      awaitEnd(
          stranger.send(
              new CreateQueueMessage(
                  QueueConfiguration.of("tiankong.forged").setDurable(false), false),
              CONNECTION_CHANNEL),
          "CREATE_QUEUE");
    }

    assertThat(Client.admin().get("/api/v1/queues").body()).doesNotContain("tiankong.forged");
  }

  @Test
  void should_show_a_client_no_transactions_of_others() throws Exception {
    try (CoreClient client = new CoreClient(BrokerClient.url())) {
      ClientSession session = client.session(token(), true);
      CoreRemotingConnection connection = client.connection();

      assertThatThrownBy(() -> session.recover(XAResource.TMSTARTRSCAN))
          .isInstanceOf(XAException.class);
      awaitEnd(connection, "SESS_XA_INDOUBT_XIDS");
    }
  }

  @Test
  void should_write_no_forged_line_into_the_log() throws IOException, JMSException {
    String forged = "\n2026-01-01 00:00:00,000 ERROR [forged] (forged) \u001b[2J\u202e";
    ServerLog log = new ServerLog(LOG);
    try (BrokerClient broker = BrokerClient.of(Account.make("submitter"), "submitter")) {
      JMSContext context = broker.context();
      Message message = context.createTextMessage(BrokerClient.body(Texts.fresh(1)));
      // Past the JMS API, which would not write it so.
      ((ActiveMQMessage) message).getCoreMessage().putStringProperty("JMSReplyTo", forged);
      context.createProducer().send(context.createQueue("tiankong.submit"), message);
    }
    // Written by libraries.
    assertThatThrownBy(() -> new BrokerClient("nobody" + forged, "x").close())
        .isInstanceOf(JMSSecurityRuntimeException.class);

    String escaped = "\\n2026-01-01 00:00:00,000 ERROR [forged] (forged) \\u001b[2J\\u202e";
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(log.since())
                    .anyMatch(line -> line.contains("replies to") && line.contains(escaped))
                    .anyMatch(line -> line.contains("Username: nobody" + escaped)));
    assertThat(log.since())
        .noneMatch(line -> line.startsWith("2026-01-01") || line.contains("\u001b"));
  }
}
