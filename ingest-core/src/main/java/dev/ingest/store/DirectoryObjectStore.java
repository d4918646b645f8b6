package dev.ingest.store;

import dev.ingest.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A folder as an object store: {@code root/bucket/key}. It keeps no versions, media types or
 * metadata; the ETag is made of a file's time, size and identity, so that a new file has a new one.
 * Objects appear by an atomic move, so a reader never sees half of one; where none may be replaced,
 * by a hard link.
 *
 * <p>No location leads out of the root: keys with empty, {@code .} or {@code ..} steps are refused,
 * and so are folders that are symbolic links to elsewhere.
 */
public final class DirectoryObjectStore implements ObjectStore {

  private final Path root;

  /** Makes a store in a folder, which is made on the first write. */
  public DirectoryObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public InputStream read(ObjectLocation at) {
    Path file = path(at);
    if (!Files.isRegularFile(file)) {
      throw StoreException.missing(at, null);
    }
    try {
      checkInside(at, file);
      return at.entityTag() == null ? Files.newInputStream(file) : pinned(at, file);
    } catch (NoSuchFileException gone) {
      throw StoreException.missing(at, gone);
    } catch (IOException failure) {
      throw unavailable(at, failure);
    }
  }

  /** Opens a file, then looks whether it is the one: if it was replaced since, it is not. */
  private static InputStream pinned(ObjectLocation at, Path file) throws IOException {
    InputStream opened = Files.newInputStream(file);
    try {
      checkSame(at, facts(file));
      return opened;
    } catch (IOException | StoreException failure) {
      opened.close();
      throw failure;
    }
  }

  @Override
  public ObjectFacts facts(ObjectLocation at) {
    Path file = path(at);
    if (!Files.isRegularFile(file)) {
      throw StoreException.missing(at, null);
    }
    try {
      checkInside(at, file);
      return checkSame(at, facts(file));
    } catch (NoSuchFileException gone) {
      throw StoreException.missing(at, gone);
    } catch (IOException failure) {
      throw unavailable(at, failure);
    }
  }

  private static ObjectFacts facts(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    String tag =
        "%s-%s-%s"
            .formatted(
                Long.toHexString(now.lastModifiedTime().to(TimeUnit.NANOSECONDS)),
                Long.toHexString(now.size()),
                Integer.toHexString(Objects.hashCode(now.fileKey())));
    return new ObjectFacts(
        now.size(), tag, null, now.lastModifiedTime().toInstant(), null, Map.of());
  }

  private static ObjectFacts checkSame(ObjectLocation at, ObjectFacts facts) {
    if (at.entityTag() != null && !at.entityTag().equals(facts.entityTag())) {
      throw StoreException.replaced(at, null);
    }
    return facts;
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    return write(at, WriteOptions.of(contentType), body);
  }

  @Override
  public <T> T write(ObjectLocation at, WriteOptions options, Body<T> body) {
    Path file = path(at);
    if (at.entityTag() != null) {
      throw StoreException.pinned(at);
    }
    try {
      Path folder = folder(at, file);
      Path part = Files.createTempFile(folder, ".part-", "");
      try {
        T result = writeTo(part, body);
        publish(at, part, file, options.mayReplace());
        return result;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failure) {
      throw unavailable(at, failure);
    }
  }

  /** Makes the folder of a file, once it is sure that no link on the way leads out. */
  private Path folder(ObjectLocation at, Path file) throws IOException {
    Files.createDirectories(root);
    Path folder = parent(file);
    Path made = folder;
    while (!Files.exists(made, LinkOption.NOFOLLOW_LINKS)) {
      made = parent(made);
    }
    checkInside(at, made);
    return Files.createDirectories(folder);
  }

  private static void publish(ObjectLocation at, Path part, Path file, boolean mayReplace)
      throws IOException {
    if (mayReplace) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException taken) {
      throw StoreException.exists(at, taken);
    } catch (UnsupportedOperationException none) {
      throw new IOException("a file system without hard links, which this needs", none);
    }
  }

  private static <T> T writeTo(Path part, Body<T> body) throws IOException {
    try (OutputStream out = Files.newOutputStream(part)) {
      return body.writeTo(out);
    }
  }

  @Override
  public String display(ObjectLocation at) {
    Path file = path(at);
    Path here = Path.of("").toAbsolutePath();
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }

  private Path path(ObjectLocation at) {
    if (at.version() != null) {
      throw bad(at, "expected no version, found one; a folder keeps only the newest", null);
    }
    for (String step : at.key().split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        throw bad(at, "expected a key of plain steps, found \"" + step + "\" as a step", null);
      }
    }
    try {
      Path path = root.resolve(at.bucket()).resolve(at.key()).normalize();
      if (path.startsWith(root.resolve(at.bucket()))) {
        return path;
      }
    } catch (InvalidPathException impossible) {
      throw bad(at, "expected a key that this file system can keep", impossible);
    }
    throw bad(at, "expected a key within the store, found one that leads out of it", null);
  }

  private void checkInside(ObjectLocation at, Path path) throws IOException {
    if (!path.toRealPath().startsWith(root.toRealPath())) {
      throw bad(at, "expected a place within the store, found a link that leads out of it", null);
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalStateException("a path below the root has a parent");
    }
    return parent;
  }

  private static StoreException bad(ObjectLocation at, String message, @Nullable Throwable cause) {
    return new StoreException(Reason.BAD_LOCATION, at, message, cause);
  }

  private static StoreException unavailable(ObjectLocation at, IOException failure) {
    return new StoreException(
        Reason.UNAVAILABLE,
        at,
        "expected a working disk, found " + failure + "; check space and permissions",
        failure);
  }
}
