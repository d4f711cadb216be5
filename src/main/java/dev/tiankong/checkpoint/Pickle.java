package dev.tiankong.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes Python's pickle format, protocol 2, as far as libtorch reads it. */
final class Pickle {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Pickle() {
    op(0x80).op(2);
  }

  /** A class or function, by module and name. */
  Pickle global(String module, String name) {
    return op('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Pickle string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return op('X').littleEndian(utf8.length).raw(utf8);
  }

  Pickle number(int value) {
    return op('J').littleEndian(value);
  }

  Pickle number(double value) {
    return op('G').raw(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
  }

  Pickle no() {
    return op(0x89);
  }

  Pickle emptyTuple() {
    return op(')');
  }

  Pickle numbers(List<Integer> values) {
    mark();
    values.forEach(this::number);
    return tuple();
  }

  /** Where a tuple, or the items of a dictionary or list, begin. */
  Pickle mark() {
    return op('(');
  }

  Pickle tuple() {
    return op('t');
  }

  Pickle emptyDictionary() {
    return op('}');
  }

  /** Puts the keys and values since the mark into the dictionary below it. */
  Pickle items() {
    return op('u');
  }

  Pickle emptyList() {
    return op(']');
  }

  /** Puts the values since the mark into the list below it. */
  Pickle elements() {
    return op('e');
  }

  /** Calls the function below the tuple of its arguments. */
  Pickle call() {
    return op('R');
  }

  /** Makes an object of the class below an empty tuple. */
  Pickle newObject() {
    return op(0x81);
  }

  /** Sets the attributes of the object below a dictionary. */
  Pickle setAttributes() {
    return op('b');
  }

  /** Refers to something kept elsewhere by the tuple on top. */
  Pickle persistent() {
    return op('Q');
  }

  /** Keeps the object on top for {@link #recall}. */
  Pickle remember(int number) {
    return op('r').littleEndian(number);
  }

  Pickle recall(int number) {
    return op('j').littleEndian(number);
  }

  byte[] end() {
    return op('.').bytes.toByteArray();
  }

  private Pickle op(int code) {
    bytes.write(code);
    return this;
  }

  private Pickle littleEndian(int value) {
    return raw(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private Pickle raw(byte[] content) {
    bytes.writeBytes(content);
    return this;
  }
}
