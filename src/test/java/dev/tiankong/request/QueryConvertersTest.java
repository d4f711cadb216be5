package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryConvertersTest {

  private enum Colour {
    RED,
    BLUE
  }

  private static final class Query {
    @QueryParam("limit")
    @Between(least = 1, most = 1_000)
    int limit;

    @QueryParam("place")
    @Between(least = 1, most = Long.MAX_VALUE)
    Long place;

    @QueryParam("from")
    Instant from;

    @QueryParam("zone")
    ZoneId zone;

    @QueryParam("flag")
    boolean flag;

    @QueryParam("colour")
    Colour colour;

    @QueryParam("text")
    String text;

    @QueryParam("tags")
    List<String> tags;

    @PathParam("name")
    String name;
  }

  @Test
  void should_read_what_a_parameter_is_for() throws Exception {
    assertThat(read("limit", "1000")).isEqualTo(1000);
    assertThat(read("place", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(read("from", "2026-11-23T08:00:00+08:00"))
        .isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(read("zone", "Asia/Shanghai")).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(read("flag", "true")).isEqualTo(true);
    assertThat(read("colour", "BLUE")).isEqualTo(Colour.BLUE);
    assertThat(read("text", "北京")).isEqualTo("北京");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit  | 0                    | limit must be a whole number from 1 to 1000.
          limit  | 1001                 | limit must be a whole number from 1 to 1000.
          limit  | x                    | limit must be a whole number from 1 to 1000.
          place  | 0                    | place must be a whole number from 1 to 9223372036854775807.
          from   | today                | from must be a time such as 2026-11-23T08:00:00Z.
          from   | -0001-01-01T00:00:00Z | from must be a time such as 2026-11-23T08:00:00Z.
          from   | 2026-11-23T08:00 08:00 | from must be a time such as 2026-11-23T08:00:00Z (write a + before the offset as %2B in a URL).
          zone   | Mars                 | zone must be the name of a time zone, such as Asia/Shanghai.
          flag   | yes                  | flag must be true or false.
          colour | red                  | colour must be one of [RED, BLUE].
          """)
  void should_say_what_a_parameter_must_be(String name, String value, String message) {
    assertThatThrownBy(() -> read(name, value))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
              assertThat(refusal.sentence().subject()).isEqualTo(name);
              assertThat(refusal).hasMessage(message);
            });
  }

  @Test
  void should_refuse_a_text_that_no_database_can_look_for() {
    assertThatThrownBy(() -> read("text", "a\0"))
        .isInstanceOf(Refusal.class)
        .hasMessage("text must be a text without the character U+0000.");
  }

  @Test
  void should_leave_all_else_to_its_route() throws Exception {
    assertThat(converter("tags")).isNull();
    assertThat(converter("name")).isNull();
  }

  private static Object read(String name, String value) throws NoSuchFieldException {
    return converter(name).fromString(value);
  }

  private static ParamConverter<?> converter(String name) throws NoSuchFieldException {
    Field field = Query.class.getDeclaredField(name);
    return new QueryConverters()
        .getConverter(field.getType(), field.getGenericType(), field.getAnnotations());
  }
}
