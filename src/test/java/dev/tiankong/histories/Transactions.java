package dev.tiankong.histories;

import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.weld.injection.spi.JpaInjectionServices;
import org.jboss.weld.injection.spi.ResourceReference;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jboss.weld.transaction.spi.TransactionServices;

/**
 * What a server has a transaction manager for, over one database: transactions of each thread, and
 * an entity manager that belongs to the current one.
 */
final class Transactions implements TransactionServices, JpaInjectionServices {

  private final EntityManagerFactory factory;
  private final ThreadLocal<Deque<Frame>> frames = ThreadLocal.withInitial(ArrayDeque::new);

  /** A transaction, or a stretch without one. */
  private final class Frame {
    private final boolean transaction;
    private final EntityManager entityManager = factory.createEntityManager();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final List<Runnable> messages = new ArrayList<>();
    private boolean rollbackOnly;

    Frame(boolean transaction) {
      this.transaction = transaction;
      if (transaction) {
        entityManager.getTransaction().begin();
      }
    }
  }

  Transactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  boolean areActive() {
    Frame frame = frames.get().peek();
    return frame != null && frame.transaction;
  }

  void setRollbackOnly() {
    frames.get().element().rollbackOnly = true;
  }

  /** Does it when the current transaction is committed, and not at all if it is not. */
  void afterCommit(Runnable message) {
    frames.get().element().messages.add(message);
  }

  <T> T inNew(Callable<T> work) throws Exception {
    frames.get().push(new Frame(true));
    T result;
    try {
      result = work.call();
    } catch (Throwable e) {
      end(false, e instanceof Killed);
      throw e;
    }
    end(true, false);
    return result;
  }

  <T> T inNone(Callable<T> work) throws Exception {
    Frame frame = new Frame(false);
    frames.get().push(frame);
    try {
      return work.call();
    } finally {
      frames.get().pop();
      frame.entityManager.close();
    }
  }

  private void end(boolean commit, boolean killed) {
    Frame frame = frames.get().element();
    boolean committed = false;
    try {
      if (commit && !frame.rollbackOnly) {
        frame.synchronizations.forEach(Synchronization::beforeCompletion);
        frame.entityManager.getTransaction().commit();
        committed = true;
        frame.messages.forEach(Runnable::run);
      }
    } finally {
      frames.get().pop();
      if (!committed && frame.entityManager.getTransaction().isActive()) {
        frame.entityManager.getTransaction().rollback();
      }
      frame.entityManager.close();
    }
    // Whoever died hears of nothing any more.
    if (!killed) {
      int status = committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
      frame.synchronizations.forEach(s -> s.afterCompletion(status));
    }
  }

  @Override
  public void registerSynchronization(Synchronization synchronization) {
    frames.get().element().synchronizations.add(synchronization);
  }

  @Override
  public boolean isTransactionActive() {
    return areActive();
  }

  @Override
  public UserTransaction getUserTransaction() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ResourceReferenceFactory<EntityManager> registerPersistenceContextInjectionPoint(
      InjectionPoint place) {
    EntityManager current =
        (EntityManager)
            Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> {
                  try {
                    return method.invoke(frames.get().element().entityManager, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return () ->
        new ResourceReference<>() {
          @Override
          public EntityManager getInstance() {
            return current;
          }

          @Override
          public void release() {
            // Belongs to its transaction.
          }
        };
  }

  @Override
  public ResourceReferenceFactory<EntityManagerFactory> registerPersistenceUnitInjectionPoint(
      InjectionPoint place) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void cleanup() {
    // Nothing is held.
  }
}
