package org.leibniz.python;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/** The files a program may see: the folder of Python packages, to read. Everything else does not exist. */
final class SiteFileSystem implements FileSystem {
  private final FileSystem files = FileSystem.newDefaultFileSystem();
  private final Path site;

  SiteFileSystem(Path site) {
    this.site = site;
  }

  private Path visible(Path path) throws NoSuchFileException {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.startsWith(site) || site.startsWith(absolute)) {
      return path;
    }
    throw new NoSuchFileException(path.toString());
  }

  @Override
  public Path parsePath(URI uri) {
    return files.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return files.parsePath(path);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
    if (modes.contains(AccessMode.WRITE)) {
      throw new AccessDeniedException(path.toString());
    }
    files.checkAccess(visible(path), modes, options);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    throw new AccessDeniedException(path.toString());
  }

  @Override
  public void delete(Path path) throws IOException {
    throw new AccessDeniedException(path.toString());
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
    if (!options.isEmpty() && !options.equals(Set.of(StandardOpenOption.READ))) {
      throw new AccessDeniedException(path.toString());
    }
    Path real = visible(path);
    if (!Files.isRegularFile(real) || !real.toRealPath().startsWith(site)) {
      throw new NoSuchFileException(path.toString());
    }
    return files.newByteChannel(real, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
      throws IOException {
    if (!path.toAbsolutePath().normalize().startsWith(site)) {
      throw new NoSuchFileException(path.toString());
    }
    return files.newDirectoryStream(path, filter);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return files.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return files.toRealPath(visible(path), options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
    return files.readAttributes(visible(path), attributes, options);
  }
}
