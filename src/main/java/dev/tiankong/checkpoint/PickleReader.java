package dev.tiankong.checkpoint;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads Python's pickle format, protocol 2, as data. A pickle is a program that may call any
 * function; this reader knows the few that make a dictionary of tensors, and refuses every other by
 * its name.
 */
final class PickleReader {

  private static final Object MARK = new Object();
  private static final String PERSISTENT_TENSOR_DATA = "storage";

  private final String file;
  private final ByteBuffer bytes;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();
  private final Map<String, Storage> storages = new HashMap<>();

  /** What a pickle may name. */
  private enum Known {
    ORDERED_DICTIONARY,
    TENSOR,
    PARAMETER
  }

  /**
   * The numbers that tensors share; the pickle holds none of them.
   *
   * @param width of a number in bytes
   * @param first of the stored numbers that belongs to it
   * @param size in numbers
   */
  record Storage(String key, ElementType type, int width, long first, long size) {}

  /** A tensor as a view of a storage. */
  record View(Storage storage, long offset, List<Long> shape, List<Long> strides) {}

  private record StorageType(ElementType type, int width) {}

  /**
   * @param bytes from which one or more pickles are read
   * @param file for messages
   */
  PickleReader(ByteBuffer bytes, String file) {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    this.file = file;
  }

  /** Where the next pickle, or what follows the last one, begins. */
  int position() {
    return bytes.position();
  }

  /** The storages that have been named so far. */
  Map<String, Storage> storages() {
    return Collections.unmodifiableMap(storages);
  }

  /** Reads one pickle: maps, lists, strings, numbers and {@link View}s. */
  Object read() throws CheckpointException {
    stack.clear();
    memo.clear();
    try {
      int code = bytes.get() & 0xff;
      while (code != '.') {
        execute(code);
        code = bytes.get() & 0xff;
      }
      return pop();
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException
        | UnsupportedOperationException e) {
      throw new CheckpointException(
          "%s is truncated or damaged: its pickle cannot be read at byte %d."
              .formatted(file, bytes.position()),
          e);
    }
  }

  private void execute(int code) throws CheckpointException {
    switch (code) {
      case 0x80 -> bytes.get();
      case '(' -> push(MARK);
      case '0' -> pop();
      case '1' -> popMark();
      case 'q' -> memo.put(bytes.get() & 0xff, top());
      case 'r' -> memo.put(bytes.getInt(), top());
      case 'h' -> push(remembered(bytes.get() & 0xff));
      case 'j' -> push(remembered(bytes.getInt()));
      case 'c' -> push(known(line(), line()));
      case 'R' -> {
        List<?> arguments = (List<?>) pop();
        push(call(pop(), arguments));
      }
      case 'Q' -> push(storage((List<?>) pop()));
      case 'b' -> setAttributes();
      default -> literal(code);
    }
  }

  private void literal(int code) throws CheckpointException {
    switch (code) {
      case 'N' -> push(null);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'J' -> push((long) bytes.getInt());
      case 'K' -> push((long) (bytes.get() & 0xff));
      case 'M' -> push((long) (bytes.getShort() & 0xffff));
      case 0x8a -> push(integer(raw(bytes.get() & 0xff)));
      case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(bytes.getLong())));
      case 'X' -> push(text(bytes.getInt(), StandardCharsets.UTF_8));
      // What Python 2 calls a string.
      case 'U' -> push(text(bytes.get() & 0xff, StandardCharsets.ISO_8859_1));
      case 'T' -> push(text(bytes.getInt(), StandardCharsets.ISO_8859_1));
      default -> container(code);
    }
  }

  private void container(int code) throws CheckpointException {
    switch (code) {
      case ')' -> push(List.of());
      case 't' -> push(tuple(popMark()));
      case 0x85 -> push(tuple(pop(1)));
      case 0x86 -> push(tuple(pop(2)));
      case 0x87 -> push(tuple(pop(3)));
      case ']' -> push(new ArrayList<>());
      case 'a' -> {
        Object element = pop();
        list().add(element);
      }
      case 'e' -> {
        List<Object> elements = popMark();
        list().addAll(elements);
      }
      case '}' -> push(new LinkedHashMap<>());
      case 's' -> addItems(pop(2));
      case 'u' -> addItems(popMark());
      default ->
          throw new CheckpointException(
              "%s has the pickle instruction 0x%02x at byte %d, which no file of tensors needs."
                  .formatted(file, code, bytes.position() - 1));
    }
  }

  private Object known(String module, String name) throws CheckpointException {
    String full = module + "." + name;
    return switch (full) {
      case "collections.OrderedDict" -> Known.ORDERED_DICTIONARY;
      case "torch._utils._rebuild_tensor_v2" -> Known.TENSOR;
      case "torch._utils._rebuild_parameter" -> Known.PARAMETER;
      case "torch.FloatStorage" -> new StorageType(ElementType.FLOAT32, Float.BYTES);
      case "torch.HalfStorage" -> new StorageType(ElementType.FLOAT16, Short.BYTES);
      case "torch.BFloat16Storage" -> new StorageType(ElementType.BFLOAT16, Short.BYTES);
      case "torch.DoubleStorage" -> new StorageType(ElementType.FLOAT64, Double.BYTES);
      case "torch.LongStorage" -> new StorageType(ElementType.OTHER, Long.BYTES);
      case "torch.IntStorage" -> new StorageType(ElementType.OTHER, Integer.BYTES);
      case "torch.ShortStorage" -> new StorageType(ElementType.OTHER, Short.BYTES);
      case "torch.CharStorage", "torch.ByteStorage", "torch.BoolStorage" ->
          new StorageType(ElementType.OTHER, Byte.BYTES);
      default ->
          throw new CheckpointException(
              "%s refers to %s, which no file of tensors needs; it was not executed."
                  .formatted(file, full));
    };
  }

  private Object call(Object function, List<?> arguments) throws CheckpointException {
    if (function == Known.ORDERED_DICTIONARY) {
      return dictionary(arguments);
    }
    if (function == Known.TENSOR) {
      return new View(
          Objects.requireNonNull((Storage) arguments.get(0)),
          (Long) arguments.get(1),
          numbers(arguments.get(2)),
          numbers(arguments.get(3)));
    }
    if (function == Known.PARAMETER) {
      return (View) arguments.get(0);
    }
    throw new CheckpointException(
        "%s calls something that is not a function at byte %d."
            .formatted(file, bytes.position() - 1));
  }

  private static Map<Object, Object> dictionary(List<?> arguments) {
    Map<Object, Object> dictionary = new LinkedHashMap<>();
    if (!arguments.isEmpty()) {
      // As Python 2 writes them: a list of pairs.
      for (Object pair : (List<?>) arguments.get(0)) {
        put(((List<?>) pair).get(0), ((List<?>) pair).get(1), dictionary);
      }
    }
    return dictionary;
  }

  private static List<Long> numbers(Object tuple) {
    return ((List<?>) tuple).stream().map(number -> (Long) number).toList();
  }

  /** ('storage', type, key, device, size), and in old files what part of another one it is. */
  private Storage storage(List<?> id) {
    if (!PERSISTENT_TENSOR_DATA.equals(id.get(0))) {
      throw new IllegalArgumentException("Not the id of a storage");
    }
    StorageType type = (StorageType) id.get(1);
    String key = (String) id.get(2);
    long size = (Long) id.get(4);
    storages.put(key, new Storage(key, type.type, type.width, 0, size));
    if (id.size() > 5 && id.get(5) instanceof List<?> part) {
      return new Storage(key, type.type, type.width, (Long) part.get(1), (Long) part.get(2));
    }
    return storages.get(key);
  }

  /** PyTorch gives a dictionary of weights the versions of its modules, which say nothing here. */
  private void setAttributes() throws CheckpointException {
    pop();
    if (!(top() instanceof Map)) {
      throw new CheckpointException(
          "%s sets attributes of something that is not a dictionary at byte %d."
              .formatted(file, bytes.position() - 1));
    }
  }

  @SuppressWarnings("unchecked")
  private void addItems(List<Object> keysAndValues) {
    Map<Object, Object> dictionary = (Map<Object, Object>) top();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      put(keysAndValues.get(i), keysAndValues.get(i + 1), dictionary);
    }
  }

  /** With keys that cannot hold themselves: the hash code of such a one would have no end. */
  private static void put(Object key, Object value, Map<Object, Object> dictionary) {
    if (!(key instanceof String || key instanceof Long)) {
      throw new IllegalArgumentException("The key of a dictionary is neither text nor a number");
    }
    dictionary.put(key, value);
  }

  private static Number integer(byte[] littleEndian) {
    if (littleEndian.length == 0) {
      return 0L;
    }
    byte[] bigEndian = new byte[littleEndian.length];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
    }
    BigInteger value = new BigInteger(bigEndian);
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  private String text(int length, Charset charset) {
    return new String(raw(length), charset);
  }

  private byte[] raw(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] raw = new byte[length];
    bytes.get(raw);
    return raw;
  }

  private String line() {
    int start = bytes.position();
    int end = start;
    while (bytes.get(end) != '\n') {
      end++;
    }
    String line = text(end - start, StandardCharsets.UTF_8);
    bytes.get();
    return line;
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    Object value = stack.remove(stack.size() - 1);
    if (value == MARK) {
      throw new IllegalArgumentException("A mark where a value should be");
    }
    return value;
  }

  private List<Object> pop(int count) {
    Object[] values = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      values[i] = pop();
    }
    return Arrays.asList(values);
  }

  /** The values above the last mark. */
  private List<Object> popMark() {
    int mark = stack.lastIndexOf(MARK);
    List<Object> above = stack.subList(mark + 1, stack.size());
    List<Object> values = new ArrayList<>(above);
    above.clear();
    stack.remove(mark);
    return values;
  }

  private static List<Object> tuple(List<Object> values) {
    return Collections.unmodifiableList(values);
  }

  private Object top() {
    return stack.get(stack.size() - 1);
  }

  @SuppressWarnings("unchecked")
  private List<Object> list() {
    return (List<Object>) top();
  }

  private Object remembered(int index) {
    if (!memo.containsKey(index)) {
      throw new IllegalArgumentException("Nothing is remembered as " + index);
    }
    return memo.get(index);
  }
}
