package dev.tiankong.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes passwords, and checks them.
 *
 * <p>A hash is made to be slow, some 100 ms, while a client that polls with Basic sends its
 * password with every request. So a password that was right is remembered for a few minutes, as a
 * keyed digest whose key lives and dies with this process.
 */
@ApplicationScoped
class Passwords {

  // OWASP's password storage recommendation for PBKDF2-HMAC-SHA512 (2023).
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32");

  @Inject Pbkdf2PasswordHash pbkdf2;

  private final Cache<String, Boolean> verified =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(5)).build();
  private final SecretKeySpec digestKey = randomKey();

  private String nobodysHash;

  @PostConstruct
  void configure() {
    pbkdf2.initialize(PARAMETERS);
    nobodysHash = hash(TokenSecret.random().text());
  }

  String hash(String password) {
    return pbkdf2.generate(normalized(password).toCharArray());
  }

  boolean matches(String password, String hash) {
    if (remembers(password, hash)) {
      return true;
    }
    boolean right = pbkdf2.verify(normalized(password).toCharArray(), hash);
    if (right) {
      verified.put(digest(password, hash), Boolean.TRUE);
    }
    return right;
  }

  /** Whether it was right a short while ago, which is told without delay. */
  boolean remembers(String password, String hash) {
    return verified.getIfPresent(digest(password, hash)) != null;
  }

  /**
   * Of a password that nobody knows: checked for names that do not exist, so that the time of an
   * answer does not tell which do.
   */
  String nobodysHash() {
    return nobodysHash;
  }

  /** One character has several encodings, and keyboards differ in which they send. */
  static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /** With the hash in it: a changed password is forgotten at once. */
  private String digest(String password, String hash) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(digestKey);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
    }
  }

  private static SecretKeySpec randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new SecretKeySpec(key, "HmacSHA256");
  }
}
