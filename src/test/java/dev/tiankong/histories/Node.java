package dev.tiankong.histories;

import dev.tiankong.background.BackgroundThreads;
import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.control.ControlBatch;
import dev.tiankong.batch.dispatch.DispatchWindow;
import dev.tiankong.batch.query.Batches;
import dev.tiankong.batch.store.StoreItems;
import dev.tiankong.batch.submit.SubmitBatch;
import dev.tiankong.conflict.RepeatOnConflict;
import dev.tiankong.outage.Patience;
import dev.tiankong.task.Tasks;
import dev.tiankong.work.ChunkListener;
import dev.tiankong.work.DeadLetterListener;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.enterprise.util.Nonbinding;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.weld.bootstrap.api.CDI11Bootstrap;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.bootstrap.spi.Deployment;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.resources.spi.ResourceLoader;
import org.jboss.weld.transaction.spi.TransactionServices;

/** A server of which nothing is there but the use cases of batches, and what carries them. */
final class Node implements Closeable {

  /** What takes a server with a broker or a model. */
  private static final Set<String> LEFT_OUT = Set.of("dev.tiankong.work.JmsWorkQueue");

  private final Transactions transactions;
  private final WeldContainer container;
  private final MessageListener worker;
  private final MessageListener undertaker;

  Node(EntityManagerFactory factory, Messages messages) {
    transactions = new Transactions(factory);
    messages.sentIn(transactions);
    container =
        new WeldWithTransactions(transactions)
            .disableDiscovery()
            .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
            .addPackages(
                Batch.class,
                SubmitBatch.class,
                DispatchWindow.class,
                StoreItems.class,
                Batches.class,
                ControlBatch.class,
                Tasks.class,
                ChunkListener.class,
                Patience.class,
                BackgroundThreads.class,
                RepeatOnConflict.class)
            .addBeanClasses(EasyTask.class, Settings.class, TransactionInterceptor.class)
            .addServices(transactions, new Resources(transactions))
            .addExtension(new Parts(messages))
            .property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false)
            .initialize();
    worker = listener(ChunkListener.class);
    undertaker = listener(DeadLetterListener.class);
  }

  /** Of itself, it gives such a service to injections, but not to observers of transactions. */
  private static final class WeldWithTransactions extends Weld {
    private final Transactions transactions;

    WeldWithTransactions(Transactions transactions) {
      this.transactions = transactions;
    }

    @Override
    protected Deployment createDeployment(ResourceLoader loader, CDI11Bootstrap bootstrap) {
      Deployment deployment = super.createDeployment(loader, bootstrap);
      deployment.getServices().add(TransactionServices.class, transactions);
      return deployment;
    }
  }

  /** What the server has otherwise. */
  private final class Parts implements Extension {
    private final Messages messages;

    Parts(Messages messages) {
      this.messages = messages;
    }

    /** One interceptor for all kinds of transactions, where the server has one for each. */
    void bind(@Observes BeforeBeanDiscovery types) {
      types
          .configureInterceptorBinding(Transactional.class)
          .methods()
          .forEach(method -> method.add(Nonbinding.Literal.INSTANCE));
    }

    void leaveOut(@Observes ProcessAnnotatedType<?> type) {
      String name = type.getAnnotatedType().getJavaClass().getName();
      if (LEFT_OUT.contains(name) || name.endsWith("Test")) {
        type.veto();
      }
    }

    void add(@Observes AfterBeanDiscovery beans) {
      beans
          .addBean()
          .types(Messages.class, dev.tiankong.batch.dispatch.WorkQueue.class)
          .createWith(context -> messages);
      beans.addBean().types(Transactions.class).createWith(context -> transactions);
      beans.addBean().types(Clock.class).createWith(context -> Clock.systemUTC());
    }
  }

  private <T extends MessageListener> T listener(Class<T> type) {
    return new Unmanaged<>(container.getBeanManager(), type)
        .newInstance()
        .produce()
        .inject()
        .postConstruct()
        .get();
  }

  <T> T get(Class<T> type) {
    return container.select(type).get();
  }

  /** Does it as a caller without a transaction. */
  <T> T call(Callable<T> work) throws Exception {
    return transactions.inNone(work);
  }

  /**
   * Hands a message for a chunk to a worker.
   *
   * @param accepted whether the transaction can be committed
   * @return whether the message is done with
   */
  boolean work(ChunkId chunk, boolean accepted) throws Exception {
    return deliver(worker, chunk, accepted);
  }

  /** Hands over one whose deliveries are used up. */
  boolean bury(ChunkId chunk) throws Exception {
    return deliver(undertaker, chunk, true);
  }

  private boolean deliver(MessageListener listener, ChunkId chunk, boolean accepted)
      throws Exception {
    boolean[] done = {false};
    transactions.inNew(
        () -> {
          transactions.afterCommit(() -> done[0] = true);
          listener.onMessage(message(chunk));
          if (!accepted) {
            transactions.setRollbackOnly();
          }
          return null;
        });
    return done[0];
  }

  private static Message message(ChunkId chunk) {
    return (Message)
        Proxy.newProxyInstance(
            Node.class.getClassLoader(),
            new Class<?>[] {Message.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getStringProperty" -> chunk.batchId().toString();
                  case "getIntProperty" -> chunk.number();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Override
  public void close() {
    container.close();
  }
}
