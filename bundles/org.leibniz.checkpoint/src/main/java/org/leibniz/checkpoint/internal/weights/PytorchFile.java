package org.leibniz.checkpoint.internal.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;

/**
 * Reads what {@code torch.save} makes of a state dictionary: a zip with a pickle that describes views, and one entry for each
 * storage they look into. The only functions the pickle may name are those that rebuild tensors.
 */
final class PytorchFile {
  private static final int MOST_PICKLE_BYTES = 64 << 20;

  /** What {@code _rebuild_tensor_v2} was asked for; it gets its name later. */
  private record View(Storage storage, long offset, List<Long> sizes, List<Long> strides) {}

  private record Storage(Encoding encoding, String key) {}

  private final MappedFile file;
  private final Map<String, MemorySegment> entries;
  private final String root;

  private PytorchFile(MappedFile file) {
    this.file = file;
    this.entries = ZipDirectory.read(file);
    String pickle = entries.keySet().stream().filter(name -> name.matches("[^/]*/?data\\.pkl")).findFirst().orElse("");
    if (pickle.isEmpty()) {
      throw file.wrong("", "has no data.pkl; expected what torch.save writes");
    }
    this.root = pickle.substring(0, pickle.length() - "data.pkl".length());
  }

  static Map<String, StoredTensor> read(Path path) {
    return new PytorchFile(MappedFile.open(path)).read();
  }

  private Map<String, StoredTensor> read() {
    MemorySegment pickle = entries.get(root + "data.pkl");
    if (pickle.byteSize() > MOST_PICKLE_BYTES) {
      throw file.wrong("data.pkl", "has " + pickle.byteSize() + " bytes; expected at most " + MOST_PICKLE_BYTES);
    }
    Object state;
    try {
      state = Pickle.read(pickle.toArray(ValueLayout.JAVA_BYTE), this::make);
    } catch (IllegalArgumentException e) {
      throw file.wrong("data.pkl", e.getMessage());
    }
    if (!(state instanceof Map<?, ?> map)) {
      throw file.wrong("data.pkl", "expected a dictionary of tensors");
    }
    if (map.get("state_dict") instanceof Map<?, ?> inner) {
      map = inner;
    }
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (!(value instanceof View view)) {
            throw file.wrong(String.valueOf(name), "is no tensor");
          }
          tensors.put(String.valueOf(name), tensor(String.valueOf(name), view));
        });
    return tensors;
  }

  private Object make(Pickle.Global global, List<?> arguments) {
    return switch (global.name()) {
      case "collections.OrderedDict" -> new LinkedHashMap<>();
      case "torch._utils._rebuild_tensor_v2" -> view(arguments);
      case "torch._utils._rebuild_parameter" -> arguments.getFirst();
      default -> throw new IllegalArgumentException("calls " + global.name() + ", which is forbidden: only tensors may be rebuilt");
    };
  }

  private static View view(List<?> arguments) {
    if (arguments.size() < 4
        || !(arguments.get(0) instanceof Pickle.Persistent persistent)
        || !(arguments.get(1) instanceof Long offset)) {
      throw new IllegalArgumentException("rebuilds a tensor from something that is no storage");
    }
    return new View(storage(persistent.description()), offset, numbers(arguments.get(2)), numbers(arguments.get(3)));
  }

  private static Storage storage(List<?> description) {
    if (description.size() < 3 || !(description.get(1) instanceof Pickle.Global type) || !(description.get(2) instanceof String key)) {
      throw new IllegalArgumentException("describes a storage in an unknown way");
    }
    Encoding encoding =
        switch (type.name()) {
          case "torch.DoubleStorage" -> Encoding.F64;
          case "torch.FloatStorage" -> Encoding.F32;
          case "torch.HalfStorage" -> Encoding.F16;
          case "torch.BFloat16Storage" -> Encoding.BF16;
          default ->
              throw new IllegalArgumentException(
                  "has a storage of type " + type.name() + "; expected torch.FloatStorage, HalfStorage, BFloat16Storage or DoubleStorage");
        };
    return new Storage(encoding, key);
  }

  private static List<Long> numbers(Object tuple) {
    if (!(tuple instanceof List<?> list) || !list.stream().allMatch(Long.class::isInstance)) {
      throw new IllegalArgumentException("rebuilds a tensor with a shape that is none");
    }
    return list.stream().map(Long.class::cast).toList();
  }

  private StoredTensor tensor(String name, View view) {
    MemorySegment storage = entries.get(root + "data/" + view.storage.key);
    if (storage == null) {
      throw file.wrong(name, "lies in the storage " + view.storage.key + ", which is not in the file");
    }
    Encoding encoding = view.storage.encoding;
    Shape shape = new Shape(view.sizes);
    Tensors.bytes(file, name, shape, encoding);
    long held = storage.byteSize() / encoding.blockBytes;
    try {
      long last = view.offset;
      for (int d = 0; d < view.sizes.size(); d++) {
        if (view.strides.get(d) < 0) {
          throw file.wrong(name, "has a negative stride");
        }
        last = Math.addExact(last, Math.multiplyExact(Math.max(0, view.sizes.get(d) - 1), view.strides.get(d)));
      }
      if (view.offset < 0 || last >= held && shape.elements() > 0) {
        throw file.wrong(
            name,
            "of shape " + shape + " takes elements " + view.offset + " to " + last + " of a storage that has " + held);
      }
    } catch (ArithmeticException | IndexOutOfBoundsException e) {
      throw file.wrong(name, "has shape " + shape + " and strides " + view.strides + ", which reach beyond any storage");
    }
    return new StridedTensor(name, shape, encoding, storage, view.offset, view.strides).simplified();
  }
}
