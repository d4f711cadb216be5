package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Access tokens of an OpenID provider, with the server configured as src/docs/security.md says. */
@ArquillianTest
class ProviderIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final List<String> UNDO =
      List.of(
          "/subsystem=elytron/security-domain=ApplicationDomain:list-remove(name=realms, value={realm=provider, role-decoder=provider})",
          "/subsystem=elytron/simple-role-decoder=provider:remove",
          "/subsystem=elytron/token-realm=provider:remove",
          "reload");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_let_in_whom_the_provider_vouches_for() throws Exception {
    KeyPair key = rsa();
    cli(documented(key));
    try {
      Client submitter = signedIn(key, "alice", "submitter", "tiankong");
      String batch = submitter.submit(Texts.fresh(1));
      assertThat(submitter.finished(batch).getString("state")).isEqualTo("COMPLETED");
      assertThat(signedIn(key, "bob", "operator", "tiankong").get(batch).status()).isEqualTo(200);

      assertThat(signedIn(key, "bob", "submitter", "tiankong").get(batch).status()).isEqualTo(404);
      assertThat(signedIn(key, "alice", "viewer", "tiankong").post(BATCHES, "[\"x\"]").status())
          .isEqualTo(403);
      assertThat(signedIn(key, "alice", "guest", "tiankong").get(batch).status()).isEqualTo(403);
      assertThat(signedIn(key, "admin", "submitter", "tiankong").get(batch).status())
          .isEqualTo(404);
      assertThat(signedIn(key, "alice", "submitter", "another").get(batch).status()).isEqualTo(401);
      assertThat(signedIn(rsa(), "alice", "submitter", "tiankong").get(batch).status())
          .isEqualTo(401);
      assertThat(Client.admin().get(batch).status()).isEqualTo(200);
    } finally {
      cli(UNDO);
    }
  }

  private static KeyPair rsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static List<String> documented(KeyPair key) throws Exception {
    String page = Files.readString(Path.of("src/docs/security.md"));
    int start = page.indexOf("```cli\n") + "```cli\n".length();
    String block = page.substring(start, page.indexOf("```", start));
    String publicKey = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    return (block.replace("…", publicKey) + "reload").lines().toList();
  }

  /** As an administrator types it. */
  private static void cli(List<String> commands) throws Exception {
    Path script = Files.createTempFile("provider", ".cli");
    Files.write(script, commands);
    Process cli =
        new ProcessBuilder(
                System.getProperty("test.server") + "/bin/jboss-cli.sh",
                "--connect",
                // Waits for the server to come back from a reload.
                "--timeout=60000",
                "--controller=127.0.0.1:" + System.getProperty("test.management.port"),
                "--file=" + script)
            .redirectErrorStream(true)
            .start();
    cli.getOutputStream().close();
    String said = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(cli.waitFor()).as(said).isZero();
    Files.delete(script);
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> Client.stranger().get("/api/v1/health/ready").status() == 200);
  }

  private static Client signedIn(KeyPair key, String name, String role, String audience)
      throws Exception {
    String claims =
        """
        {"iss": "https://id.example/realms/main", "aud": "%s", "sub": "1",
         "preferred_username": "%s", "roles": ["%s"], "exp": %d}
        """
            .formatted(audience, name, role, Instant.now().plusSeconds(300).getEpochSecond());
    String content = encoded("{\"alg\": \"RS256\"}".getBytes()) + "." + encoded(claims.getBytes());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(content.getBytes());
    return Client.withHeader("Bearer " + content + "." + encoded(signature.sign()));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
