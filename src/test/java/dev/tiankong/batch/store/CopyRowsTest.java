package dev.tiankong.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CopyRowsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CopyRows rows = new CopyRows(out);

  @Test
  void should_keep_what_means_something_to_copy_out_of_texts() throws IOException {
    rows.write("tab\there", "line\nbreak\r", "back\\slash", null, 7);

    assertThat(written()).isEqualTo("tab\\there\tline\\nbreak\\r\tback\\\\slash\t\\N\t7\n");
  }

  @Test
  void should_keep_what_means_something_to_arrays_out_of_their_texts() throws IOException {
    rows.write(new String[] {"月", "a,b", "\"", "\\", "NULL", ""}, new String[0]);

    // COPY takes one layer of backslashes off, the array the other.
    assertThat(written()).isEqualTo("{\"月\",\"a,b\",\"\\\\\"\",\"\\\\\\\\\",\"NULL\",\"\"}\t{}\n");
  }

  @Test
  void should_write_numbers_so_that_they_are_read_again() throws IOException {
    rows.write(new int[] {3, 14}, new float[] {0.25f, 1.0e-12f}, new int[0]);

    assertThat(written()).isEqualTo("{3,14}\t{0.25,1.0E-12}\t{}\n");
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
