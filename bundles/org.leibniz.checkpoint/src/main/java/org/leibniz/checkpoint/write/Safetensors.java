package org.leibniz.checkpoint.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes safetensors files: a length, a JSON header padded to eight bytes, and the tensors one after another. */
public final class Safetensors {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BLOCK = 1 << 16;

  private Safetensors() {}

  /** Writes the tensors in their order. The same tensors give the same bytes. */
  public static void write(Path file, List<NamedTensor> tensors, NumberFormat format) throws IOException {
    ObjectNode header = MAPPER.createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    long at = 0;
    for (NamedTensor tensor : tensors) {
      long end = at + (long) tensor.elements().length * format.bytes;
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", format.name());
      tensor.shape().sizes().forEach(entry.withArray("shape")::add);
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    String written = MAPPER.writeValueAsString(header);
    int padding = (8 - written.getBytes(StandardCharsets.UTF_8).length % 8) % 8;
    byte[] text = (written + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
      out.write(text);
      ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
      for (NamedTensor tensor : tensors) {
        for (float element : tensor.elements()) {
          if (block.remaining() < format.bytes) {
            flush(block, out);
          }
          format.put(block, element);
        }
      }
      flush(block, out);
    }
  }

  private static void flush(ByteBuffer block, OutputStream out) throws IOException {
    out.write(block.array(), 0, block.position());
    block.clear();
  }
}
