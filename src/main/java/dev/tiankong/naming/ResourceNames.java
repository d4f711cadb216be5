package dev.tiankong.naming;

/**
 * JNDI names of what the server provides. Those of {@code java:app} are declared in web.xml, and
 * jboss-web.xml says which of WildFly's resources they are. Those of {@code java:comp} are Jakarta
 * EE's own.
 */
public final class ResourceNames {

  /** Connections to the broker that take part in transactions. */
  public static final String BROKER = "java:app/jms/broker";

  /** The same, but with no limit to what is sent before the broker has confirmed it. */
  public static final String EVENT_BROKER = "java:app/jms/event-broker";

  public static final String WORK_QUEUE = "java:app/jms/work";
  public static final String WEBHOOK_QUEUE = "java:app/jms/webhooks";
  public static final String EVENT_TOPIC = "java:app/jms/events";

  public static final String THREADS = "java:comp/DefaultManagedThreadFactory";

  // Global names, of WildFly: the persistence unit starts, and migrates, before java:app is there.
  public static final String DATABASE = "java:jboss/datasources/TiankongDS";

  /** As the role that owns the tables. */
  public static final String OWNER_DATABASE = "java:jboss/datasources/TiankongOwnerDS";

  private ResourceNames() {}
}
