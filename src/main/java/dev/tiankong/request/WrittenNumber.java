package dev.tiankong.request;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number that stays as it was written: {@code 1e3} and {@code -0} would come back as {@code 1E+3}
 * and {@code 0}.
 */
record WrittenNumber(String text, JsonNumber value) implements JsonNumber {

  @Override
  public ValueType getValueType() {
    return ValueType.NUMBER;
  }

  @Override
  public boolean isIntegral() {
    return value.isIntegral();
  }

  @Override
  public int intValue() {
    return value.intValue();
  }

  @Override
  public int intValueExact() {
    return value.intValueExact();
  }

  @Override
  public long longValue() {
    return value.longValue();
  }

  @Override
  public long longValueExact() {
    return value.longValueExact();
  }

  @Override
  public BigInteger bigIntegerValue() {
    return value.bigIntegerValue();
  }

  @Override
  public BigInteger bigIntegerValueExact() {
    return value.bigIntegerValueExact();
  }

  @Override
  public double doubleValue() {
    return value.doubleValue();
  }

  @Override
  public BigDecimal bigDecimalValue() {
    return value.bigDecimalValue();
  }

  /** As JSON. */
  @Override
  public String toString() {
    return text;
  }

  /** As {@link JsonNumber} has it. */
  @Override
  public boolean equals(Object other) {
    return value.equals(other);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
