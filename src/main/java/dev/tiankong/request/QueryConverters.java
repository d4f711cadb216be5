package dev.tiankong.request;

import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes values of what stands behind the question mark of an address, and says what one must be
 * that it is not. JAX-RS by itself would say that there is nothing at the address.
 */
@Provider
public class QueryConverters implements ParamConverterProvider {

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    return find(QueryParam.class, annotations)
        .map(
            parameter ->
                this.<T>converter(
                    reader(type, parameter.value(), find(Between.class, annotations))))
        .orElse(null);
  }

  private static <A extends Annotation> Optional<A> find(Class<A> wanted, Annotation[] all) {
    return Stream.of(all).filter(wanted::isInstance).map(wanted::cast).findFirst();
  }

  /** Null for a type that JAX-RS, or nobody, knows how to read. */
  private static Function<String, ?> reader(Class<?> type, String name, Optional<Between> bounds) {
    if (bounds.isPresent()) {
      return value -> number(type, name, value, bounds.get());
    }
    if (type == String.class) {
      return reader(name, QueryValue::storable, "a text without the character U+0000");
    }
    if (type == Instant.class) {
      return value ->
          reader(
                  name,
                  QueryTime::parse,
                  "a time such as 2026-11-23T08:00:00Z" + QueryTime.hint(value))
              .apply(value);
    }
    if (type == ZoneId.class) {
      return reader(name, ZoneId::of, "the name of a time zone, such as Asia/Shanghai");
    }
    if (type == boolean.class) {
      return reader(name, QueryValue::parseFlag, "true or false");
    }
    return type.isEnum() ? oneOf(type.getEnumConstants(), name) : null;
  }

  private static <T> Function<String, T> reader(
      String name, Function<String, T> parser, String expected) {
    return value -> QueryValue.read(name, value, parser, expected).orElseThrow();
  }

  private static Function<String, Object> oneOf(Object[] all, String name) {
    return value ->
        Stream.of(all)
            .filter(one -> one.toString().equals(value))
            .findFirst()
            .orElseThrow(() -> QueryValue.invalid(name, "one of " + Arrays.toString(all)));
  }

  private static Object number(Class<?> type, String name, String value, Between bounds) {
    try {
      long number = Long.parseLong(value);
      if (number >= bounds.least() && number <= bounds.most()) {
        return type == int.class ? (Object) Math.toIntExact(number) : (Object) number;
      }
    } catch (NumberFormatException e) {
      // Said below, like a number out of range.
    }
    throw outOfRange(name, bounds);
  }

  private static Refusal outOfRange(String name, Between bounds) {
    return QueryValue.invalid(
        Sentence.of("out-of-range", "{parameter} must be a whole number from {least} to {most}.")
            .with("least", bounds.least())
            .with("most", bounds.most()),
        name);
  }

  private <T> ParamConverter<T> converter(Function<String, ?> reader) {
    if (reader == null) {
      return null;
    }
    return new ParamConverter<>() {

      // For a primitive type its class cannot cast what stands for one.
      @SuppressWarnings("unchecked")
      @Override
      public T fromString(String value) {
        return (T) reader.apply(value);
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }
}
