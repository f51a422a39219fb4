package org.leibniz.checkpoint.internal.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.leibniz.api.LeibnizException;

/**
 * A file mapped for reading, of any size; unmapped when nothing refers to it any more.
 *
 * @param bytes all of the file
 */
record MappedFile(Path path, MemorySegment bytes) {
  static MappedFile open(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new MappedFile(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(path, 0, "", "is missing");
    } catch (IOException e) {
      throw LeibnizException.badInput(path, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  long size() {
    return bytes.byteSize();
  }

  LeibnizException wrong(String part, String problem) {
    return LeibnizException.badInput(path, 0, part, problem);
  }
}
