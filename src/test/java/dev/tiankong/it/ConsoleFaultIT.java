package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.local.Victim;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** What people see who come to the console while the database is away. */
@ExtendWith(FaultSite.class)
@Tag("alone")
@Tag("long")
class ConsoleFaultIT {

  private static final By AWAY = By.cssSelector("[data-code=DATABASE_AWAY]");
  private static final Account ADMIN = Account.admin();

  @Test
  void should_say_that_the_database_is_away_and_go_on_when_it_is_back(Victim victim)
      throws Exception {
    String server = victim.uri().getAuthority();
    try (Browser signedIn = Browser.open(server);
        Browser stranger = Browser.open(server)) {
      signedIn.signIn("models", ADMIN);
      stranger.openConsole();
      stranger.find(By.id("user")).sendKeys(ADMIN.name());
      victim.killDatabase();
      try {
        signedIn.run("location.reload()");
        assertThat(signedIn.find(AWAY).getText()).contains("TIANKONG_DB_URL");
        assertThat(signedIn.barriers()).isEmpty();
        stranger.find(By.id("password")).sendKeys(ADMIN.password());
        stranger.click(By.cssSelector("form button.btn-primary"));
        assertThat(stranger.find(AWAY).getText()).contains("TIANKONG_DB_URL");
        assertThat(stranger.barriers()).isEmpty();
      } finally {
        victim.restartDatabase();
      }
      signedIn.find(By.cssSelector("main pre"));
      stranger.click(By.cssSelector("form button.btn-primary"));
      stranger.find(By.id("sign-out"));
    }
  }
}
