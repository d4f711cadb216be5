package dev.tiankong.histories;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.stream.Stream;

/** Does what {@link Transactional} says, as the server's does. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class TransactionInterceptor {

  @Inject Transactions transactions;

  @AroundInvoke
  Object invoke(InvocationContext context) throws Exception {
    boolean active = transactions.areActive();
    return switch (declared(context).value()) {
      case REQUIRED -> active ? joined(context) : transactions.inNew(context::proceed);
      case REQUIRES_NEW -> transactions.inNew(context::proceed);
      case NOT_SUPPORTED -> transactions.inNone(context::proceed);
      case MANDATORY -> {
        if (!active) {
          throw new IllegalStateException("There is no transaction");
        }
        yield joined(context);
      }
      default -> throw new UnsupportedOperationException();
    };
  }

  private Object joined(InvocationContext context) throws Exception {
    try {
      return context.proceed();
    } catch (RuntimeException e) {
      transactions.setRollbackOnly();
      throw e;
    }
  }

  private static Transactional declared(InvocationContext context) {
    Stream<Annotation> bindings =
        Stream.of(
            context.getMethod().getAnnotation(Transactional.class),
            context.getMethod().getDeclaringClass().getAnnotation(Transactional.class));
    return (Transactional) bindings.filter(Objects::nonNull).findFirst().orElseThrow();
  }
}
