package dev.tiankong.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.task.fillmask.FillMaskTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestReaderTest {

  @Test
  void should_name_the_line_with_a_damaged_byte_and_the_mistakes_before_it() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("\uFEFF\n{}\n".getBytes(StandardCharsets.UTF_8));
    file.write("\n".repeat(47).getBytes(StandardCharsets.UTF_8));
    file.write(new byte[] {'"', (byte) 0xD6, (byte) 0xD0, '"', '\n'});

    List<LineError> errors;
    try (Requests requests =
        new RequestReader()
            .read(new ByteArrayInputStream(file.toByteArray()), Endpoint.of(new FillMaskTask()))) {
      errors = requests.errors();
    }

    assertThat(errors)
        .containsExactly(
            new LineError(
                "missing_required_parameter", 2, "\"custom_id\" is missing.", "custom_id"),
            new LineError("invalid_encoding", 50, "Line 50 is not valid UTF-8.", null));
  }
}
