package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** A user that a test made for itself. */
record Account(String name, String password) {

  static final String USERS = "/api/v1/users";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  static Account make(String role) {
    Account account = named(role + "-" + NUMBER.getAndIncrement() + "-" + System.nanoTime());
    Answer answer = Client.admin().post(USERS, account.json(role));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return account;
  }

  /** The built-in one. */
  static Account admin() {
    return new Account("admin", System.getenv("TIANKONG_ADMIN_PASSWORD"));
  }

  static Account named(String name) {
    return new Account(name, "twelve or more");
  }

  String json(String role) {
    return "{\"name\": \"%s\", \"password\": \"%s\", \"role\": \"%s\"}"
        .formatted(name, password, role);
  }

  String path() {
    return USERS + "/" + name;
  }

  Client client() {
    return Client.signedIn(name, password);
  }

  /** What signs in with a token of this user's. */
  Client token(String role) {
    return Client.withHeader("Bearer " + newToken(role).getString("token"));
  }

  JsonObject newToken(String role) {
    Answer answer =
        client().post("/api/v1/tokens", "{\"name\": \"test\", \"role\": \"%s\"}".formatted(role));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }
}
