package org.leibniz.checkpoint.internal.weights;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds the values of a pickle (protocols 2 to 5) without running anything: a global is only a name, and what it would do
 * is decided by {@link Constructors}. Opcodes that a state dictionary has no use for are refused.
 */
final class Pickle {
  /** A class or function by its name. */
  record Global(String name) {}

  /** What a pickle leaves to its reader: a storage, described by a tuple. */
  record Persistent(List<?> description) {}

  /** Decides what the few permitted globals make of their arguments. */
  @FunctionalInterface
  interface Constructors {
    /** @throws IllegalArgumentException with a sentence for the user where {@code global} is not permitted */
    Object make(Global global, List<?> arguments);
  }

  private static final Object MARK = new Object();

  private final ByteBuffer in;
  private final Constructors constructors;
  private final List<Object> stack = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private Pickle(byte[] bytes, Constructors constructors) {
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.constructors = constructors;
  }

  /** @throws IllegalArgumentException with a sentence for the user where the pickle is damaged or not permitted */
  static Object read(byte[] bytes, Constructors constructors) {
    try {
      return new Pickle(bytes, constructors).run();
    } catch (BufferUnderflowException | IndexOutOfBoundsException | ClassCastException e) {
      throw new IllegalArgumentException("is no whole pickle", e);
    } catch (java.util.NoSuchElementException e) {
      throw new IllegalArgumentException("is no whole pickle: its stack is empty", e);
    }
  }

  private Object run() {
    while (true) {
      int opcode = in.get() & 0xff;
      switch (opcode) {
        case '.' -> {
          return pop();
        }
        case 0x80 -> in.get();
        case 0x95 -> in.getLong();
        case '(' -> {
          marks.push(stack.size());
          stack.add(MARK);
        }
        case '0' -> pop();
        case 'N' -> stack.add(Nothing.NONE);
        case 0x88 -> stack.add(true);
        case 0x89 -> stack.add(false);
        case 'K' -> stack.add((long) (in.get() & 0xff));
        case 'M' -> stack.add((long) (in.getShort() & 0xffff));
        case 'J' -> stack.add((long) in.getInt());
        case 0x8a -> stack.add(longNumber());
        case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
        case 'X' -> stack.add(text(in.getInt()));
        case 0x8c -> stack.add(text(in.get() & 0xff));
        case '}' -> stack.add(new LinkedHashMap<Object, Object>());
        case ']' -> stack.add(new ArrayList<>());
        case ')' -> stack.add(List.of());
        case 't' -> stack.add(sinceMark());
        case 0x85, 0x86, 0x87 -> stack.add(last(opcode - 0x84));
        case 'q' -> memo.put(in.get() & 0xff, top());
        case 'r' -> memo.put(in.getInt(), top());
        case 0x94 -> memo.put(memo.size(), top());
        case 'h' -> stack.add(remembered(in.get() & 0xff));
        case 'j' -> stack.add(remembered(in.getInt()));
        case 'c' -> stack.add(new Global(line() + "." + line()));
        case 0x93 -> {
          List<Object> names = last(2);
          stack.add(new Global(names.get(0) + "." + names.get(1)));
        }
        case 'Q' -> stack.add(new Persistent((List<?>) pop()));
        case 'R', 0x81 -> reduce();
        // The state of an object: a state dictionary's own is metadata, and no other object is ever made.
        case 'b' -> pop();
        case 'a' -> append(last(1));
        case 'e' -> append(sinceMark());
        case 's' -> put(last(2));
        case 'u' -> put(sinceMark());
        default -> throw new IllegalArgumentException("uses the pickle opcode 0x" + Integer.toHexString(opcode) + ", which no checkpoint needs");
      }
    }
  }

  private void reduce() {
    List<?> arguments = (List<?>) pop();
    if (!(pop() instanceof Global global)) {
      throw new IllegalArgumentException("calls something that is no function");
    }
    stack.add(constructors.make(global, arguments));
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> elements) {
    ((List<Object>) top()).addAll(elements);
  }

  @SuppressWarnings("unchecked")
  private void put(List<Object> pairs) {
    Map<Object, Object> map = (Map<Object, Object>) top();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      if (!(pairs.get(i) instanceof String)) {
        throw new IllegalArgumentException("has a key that is no text");
      }
      map.put(pairs.get(i), pairs.get(i + 1));
    }
  }

  private Object pop() {
    Object value = stack.removeLast();
    if (value == MARK) {
      throw new IllegalArgumentException("is no whole pickle");
    }
    return value;
  }

  private Object top() {
    return stack.getLast();
  }

  private List<Object> last(int count) {
    return take(stack.size() - count);
  }

  private List<Object> sinceMark() {
    int mark = marks.pop();
    List<Object> values = take(mark + 1);
    stack.removeLast();
    return values;
  }

  private List<Object> take(int from) {
    List<Object> tail = stack.subList(from, stack.size());
    List<Object> values = new ArrayList<>(tail);
    tail.clear();
    return values;
  }

  private Object remembered(int key) {
    Object value = memo.get(key);
    if (value == null) {
      throw new IllegalArgumentException("is no whole pickle: it refers to value " + key + " before making it");
    }
    return value;
  }

  private String text(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("is no whole pickle: a text is said to be " + Integer.toUnsignedString(length) + " bytes long");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() {
    StringBuilder text = new StringBuilder();
    for (char next = (char) (in.get() & 0xff); next != '\n'; next = (char) (in.get() & 0xff)) {
      text.append(next);
    }
    return text.toString();
  }

  private long longNumber() {
    int length = in.get() & 0xff;
    if (length > 8) {
      throw new IllegalArgumentException("has a number of " + length + " bytes");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (in.get() & 0xffL) << 8 * i;
    }
    int unused = 64 - 8 * length;
    return length == 0 ? 0 : value << unused >> unused;
  }

  /** Python's None. */
  enum Nothing {
    NONE
  }
}
