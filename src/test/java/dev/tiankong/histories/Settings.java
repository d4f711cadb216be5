package dev.tiankong.histories;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Small sizes, so that a few texts make several chunks and a few attempts use them up. */
class Settings {

  static final int ATTEMPTS = 2;

  private static final Map<String, String> CHOSEN =
      Map.of(
          "tiankong.chunk.tokens", "2",
          "tiankong.dispatch.window", "3",
          "tiankong.max.delivery.attempts", Integer.toString(ATTEMPTS));

  @Produces
  @ConfigProperty
  static int number(InjectionPoint place) {
    return Integer.parseInt(value(place));
  }

  @Produces
  @ConfigProperty
  static long largeNumber(InjectionPoint place) {
    return Long.parseLong(value(place));
  }

  @Produces
  @ConfigProperty
  static boolean flag(InjectionPoint place) {
    return Boolean.parseBoolean(value(place));
  }

  @Produces
  @ConfigProperty
  static Duration duration(InjectionPoint place) {
    return Duration.parse(value(place));
  }

  @Produces
  @ConfigProperty
  static Optional<Integer> perhaps(InjectionPoint place) {
    return Optional.of(number(place));
  }

  @Produces
  @ConfigProperty
  static String text(InjectionPoint place) {
    return value(place);
  }

  private static String value(InjectionPoint place) {
    ConfigProperty property = place.getAnnotated().getAnnotation(ConfigProperty.class);
    return CHOSEN.getOrDefault(property.name(), property.defaultValue());
  }
}
