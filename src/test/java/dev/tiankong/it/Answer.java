package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;

/** What the server said. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  String body() {
    return response.body();
  }

  /** What it says if all is well; otherwise that comes to light here. */
  JsonObject ok() {
    assertThat(status()).as(body()).isEqualTo(200);
    return json();
  }

  JsonObject json() {
    return Json.createReader(new StringReader(body())).readObject();
  }
}
