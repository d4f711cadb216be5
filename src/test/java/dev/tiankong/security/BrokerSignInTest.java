package dev.tiankong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerSignInTest {

  @Test
  void should_take_no_name_of_a_user_from_the_embedded_broker() {
    BrokerSignIn signIn = new BrokerSignIn();
    signIn.externalBroker = Optional.empty();

    // Nobody is asked who that is: there is neither a database nor a list of users here.
    assertThat(signIn.submitter("admin")).isEmpty();
    assertThat(signIn.isByToken()).isTrue();
  }
}
