package dev.tiankong.histories;

import jakarta.ejb.MessageDrivenContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.jboss.weld.injection.spi.ResourceInjectionServices;
import org.jboss.weld.injection.spi.ResourceReference;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;

/** What a server gives by {@link jakarta.annotation.Resource}. */
final class Resources implements ResourceInjectionServices {

  private final Transactions transactions;

  Resources(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(InjectionPoint place) {
    Class<?> type = (Class<?>) place.getType();
    if (type == TransactionSynchronizationRegistry.class) {
      return always(
          type,
          (self, method, arguments) ->
              transactions.areActive() ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION);
    }
    if (type == MessageDrivenContext.class) {
      return always(
          type,
          (self, method, arguments) -> {
            transactions.setRollbackOnly();
            return null;
          });
    }
    return always(
        type,
        (self, method, arguments) -> {
          throw new UnsupportedOperationException(place.toString());
        });
  }

  private static ResourceReferenceFactory<Object> always(Class<?> type, InvocationHandler handler) {
    Object resource =
        Proxy.newProxyInstance(Resources.class.getClassLoader(), new Class<?>[] {type}, handler);
    return () ->
        new ResourceReference<>() {
          @Override
          public Object getInstance() {
            return resource;
          }

          @Override
          public void release() {
            // Nothing is held.
          }
        };
  }

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(
      String jndiName, String mappedName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void cleanup() {
    // Nothing is held.
  }
}
