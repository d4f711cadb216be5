package dev.tiankong.request;

import static dev.tiankong.request.Places.Answer.NONE_FREE;
import static dev.tiankong.request.Places.Answer.TAKEN;
import static dev.tiankong.request.Places.Answer.USER_HAS_TOO_MANY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

  private final Places places = new Places(3, 2);

  @Test
  void should_leave_some_to_others() {
    assertThat(places.take("anna")).isEqualTo(TAKEN);
    assertThat(places.take("anna")).isEqualTo(TAKEN);
    assertThat(places.take("anna")).isEqualTo(USER_HAS_TOO_MANY);
    assertThat(places.take("bert")).isEqualTo(TAKEN);
    assertThat(places.take("bert")).isEqualTo(NONE_FREE);
  }

  @Test
  void should_be_free_again_when_given_back() {
    places.take("anna");
    places.take("anna");
    places.take("bert");
    places.take("bert");
    places.giveBack("anna");

    assertThat(places.take("bert")).isEqualTo(TAKEN);
    assertThat(places.take("anna")).isEqualTo(NONE_FREE);
    places.giveBack("bert");
    assertThat(places.take("anna")).isEqualTo(TAKEN);
  }
}
