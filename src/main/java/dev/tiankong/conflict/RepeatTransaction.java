package dev.tiankong.conflict;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Does what {@link RepeatOnConflict} says. Stands around the interceptor that begins and ends the
 * transaction, and holds no connection while it pauses.
 */
@Interceptor
@RepeatOnConflict
@Priority(RepeatTransaction.AROUND_TRANSACTIONS)
class RepeatTransaction {

  /** Jakarta Transactions has its interceptors at 200. */
  static final int AROUND_TRANSACTIONS = Interceptor.Priority.PLATFORM_BEFORE + 100;

  private static final System.Logger LOG = System.getLogger(RepeatTransaction.class.getName());
  private static final int ATTEMPTS = 5;

  /** Doubled each time, and drawn: two that met must not meet again. */
  private static final long FIRST_PAUSE_MILLIS = 20;

  @Resource TransactionSynchronizationRegistry transaction;

  @AroundInvoke
  Object invoke(InvocationContext context) throws Exception {
    int attempts = hasItsOwnTransaction(context) ? ATTEMPTS : 1;
    for (int attempt = 1; ; attempt++) {
      try {
        return context.proceed();
      } catch (Exception e) {
        if (attempt >= attempts || !Conflict.isBehind(e) || !pause(attempt)) {
          throw e;
        }
        LOG.log(DEBUG, "Repeating {0}: {1}", context.getMethod().getName(), e.toString());
      }
    }
  }

  /** A part of a larger transaction cannot be repeated alone. */
  private boolean hasItsOwnTransaction(InvocationContext context) {
    Transactional declared = context.getMethod().getAnnotation(Transactional.class);
    return declared != null && declared.value() == TxType.REQUIRES_NEW
        || transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
  }

  /** Returns whether it was undisturbed; if not, the server stops. */
  private static boolean pause(int attempt) {
    long most = FIRST_PAUSE_MILLIS << attempt;
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
