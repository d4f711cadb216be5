package dev.tiankong.it;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Travels in the tested WAR: a clock that is wrong by what a file in the server's home says. */
@ApplicationScoped
public class ClockSwitch {

  /** Below the server's home; holds an ISO 8601 duration. */
  static final String FILE = "clock-is-off-by";

  @Produces
  @Alternative
  @Priority(1)
  Clock clock() {
    return new SteppedClock(Path.of(System.getenv("TIANKONG_HOME"), FILE));
  }

  private static final class SteppedClock extends Clock {

    private final Path file;

    SteppedClock(Path file) {
      this.file = file;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("Nobody asks for a zone");
    }

    @Override
    public Instant instant() {
      return Clock.tick(systemUTC(), Duration.ofNanos(1_000)).instant().plus(offset());
    }

    private Duration offset() {
      try {
        return Duration.parse(Files.readString(file));
      } catch (NoSuchFileException e) {
        return Duration.ZERO;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
