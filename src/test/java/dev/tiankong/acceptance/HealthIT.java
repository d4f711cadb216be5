package dev.tiankong.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class HealthIT {

  @Test
  void should_be_ready_with_database_broker_and_model() {
    HttpResponse<String> answer = Client.anonymous().get("/api/v1/health/ready");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
