package dev.tiankong.it;

import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** What the JVM of a {@link RemoteBroker} runs. */
public final class RemoteBrokerMain {

  private RemoteBrokerMain() {}

  /**
   * @param arguments where the configuration lies, as a URL
   */
  public static void main(String[] arguments) throws Exception {
    SecurityConfiguration people = new SecurityConfiguration();
    addUser(people, "tiankong", "tiankong");
    addUser(people, "anna", "tiankong-submitters");
    addUser(people, "stranger", "others");
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfigResourcePath(arguments[0]);
    broker.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), people));
    broker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker)));
  }

  private static void addUser(SecurityConfiguration people, String name, String role) {
    people.addUser(name, RemoteBroker.PASSWORD);
    people.addRole(name, role);
  }

  private static void stop(EmbeddedActiveMQ broker) {
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The broker does not stop", e);
    }
  }
}
