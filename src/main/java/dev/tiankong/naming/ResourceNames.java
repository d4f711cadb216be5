package dev.tiankong.naming;

/**
 * JNDI names of what the server provides. They are WildFly's global ones: the persistence unit
 * migrates before {@code java:app} is there, and what follows a commit may create a bean on a
 * thread that has no {@code java:app}. Those of {@code java:comp} are Jakarta EE's own.
 */
public final class ResourceNames {

  /** Connections to the broker that take part in transactions. */
  public static final String BROKER = "java:/JmsXA";

  /** The same, but with no limit to what is sent before the broker has confirmed it. */
  public static final String EVENT_BROKER = "java:/JmsEvents";

  public static final String WORK_QUEUE = "java:/jms/queue/tiankong.work";
  public static final String WEBHOOK_QUEUE = "java:/jms/queue/tiankong.webhooks";
  public static final String EVENT_TOPIC = "java:/jms/topic/tiankong.events";

  public static final String THREADS = "java:comp/DefaultManagedThreadFactory";

  public static final String DATABASE = "java:jboss/datasources/TiankongDS";

  /** As the role that owns the tables. */
  public static final String OWNER_DATABASE = "java:jboss/datasources/TiankongOwnerDS";

  private ResourceNames() {}
}
