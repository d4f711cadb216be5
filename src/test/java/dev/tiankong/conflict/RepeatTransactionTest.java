package dev.tiankong.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatTransactionTest {

  private final RepeatTransaction interceptor = new RepeatTransaction();
  private int calls;

  /** What is called. */
  private static final class UseCase {
    @Transactional
    void joins() {}

    @Transactional(TxType.REQUIRES_NEW)
    void standsAlone() {}
  }

  @BeforeEach
  void outsideOfTransactions() {
    transactionIs(Status.STATUS_NO_TRANSACTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001", "55P03"})
  void should_call_again_when_another_transaction_was_in_the_way(String state) throws Exception {
    assertThat(interceptor.invoke(call("joins", 2, state))).isEqualTo("done");

    assertThat(calls).isEqualTo(3);
  }

  @Test
  void should_not_call_again_after_another_failure() {
    assertThatThrownBy(() -> interceptor.invoke(call("joins", 1, "23505")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(calls).isOne();
  }

  @Test
  void should_give_up_after_five_calls() {
    assertThatThrownBy(() -> interceptor.invoke(call("joins", 9, "40P01")))
        .matches(Conflict::isBehind);

    assertThat(calls).isEqualTo(5);
  }

  @Test
  void should_not_repeat_a_part_of_a_larger_transaction() {
    transactionIs(Status.STATUS_ACTIVE);

    assertThatThrownBy(() -> interceptor.invoke(call("joins", 1, "40P01")))
        .matches(Conflict::isBehind);

    assertThat(calls).isOne();
  }

  @Test
  void should_repeat_a_transaction_of_its_own_within_another() throws Exception {
    transactionIs(Status.STATUS_ACTIVE);

    assertThat(interceptor.invoke(call("standsAlone", 1, "40P01"))).isEqualTo("done");
  }

  private void transactionIs(int status) {
    interceptor.transaction =
        (TransactionSynchronizationRegistry)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (self, method, arguments) -> status);
  }

  /** Fails as often as said, as Hibernate would put it. */
  private InvocationContext call(String name, int failures, String state) throws Exception {
    Method called = UseCase.class.getDeclaredMethod(name);
    return (InvocationContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {InvocationContext.class},
            (self, method, arguments) -> {
              if (method.getName().equals("getMethod")) {
                return called;
              }
              if (++calls <= failures) {
                throw new IllegalStateException(new SQLException("refused", state));
              }
              return "done";
            });
  }
}
