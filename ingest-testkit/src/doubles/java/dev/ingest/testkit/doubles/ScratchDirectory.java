package dev.ingest.testkit.doubles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which the doubles of one JVM keep their files: under {@code target} where the
 * JVM runs in a Maven module, else under the system's temporary directory.
 *
 * <p>It is deleted when the JVM ends. A killed JVM deletes nothing, but the lock on its directory
 * goes with it, and the next JVM that needs a directory clears away all that are not locked.
 */
final class ScratchDirectory {

  private static @Nullable ScratchDirectory ofThisJvm;

  private final Path root;
  private final Path lockFile;
  private final FileChannel lock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private ScratchDirectory(Path base) throws IOException {
    root = base.resolve(AbandonedScratch.PREFIX + UUID.randomUUID());
    lockFile = AbandonedScratch.lockOf(root);
    // Locked before the directory exists: a directory without a locked file has lost its owner.
    lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.createDirectory(root);
  }

  /** Makes a new, empty directory whose name begins with {@code name}. */
  static synchronized Path create(String name) {
    try {
      return Files.createTempDirectory(ofThisJvm().root, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("no scratch directory for " + name, e);
    }
  }

  /** Closes {@code process} when the JVM ends, latest first, before the files are deleted. */
  static synchronized void closeAtExit(AutoCloseable process) {
    try {
      ofThisJvm().open.push(process);
    } catch (IOException e) {
      throw new UncheckedIOException("no scratch directory", e);
    }
  }

  private static ScratchDirectory ofThisJvm() throws IOException {
    if (ofThisJvm == null) {
      Path base = Files.createDirectories(base());
      AbandonedScratch.clear(base);
      ofThisJvm = new ScratchDirectory(base);
      Runtime.getRuntime().addShutdownHook(new Thread(ofThisJvm::delete, "delete-doubles"));
    }
    return ofThisJvm;
  }

  private static Path base() {
    Path target = Path.of("target").toAbsolutePath();
    return Files.isDirectory(target)
        ? target.resolve("doubles")
        : Path.of(
            System.getProperty("java.io.tmpdir"),
            "ingest-doubles-" + System.getProperty("user.name"));
  }

  private void delete() {
    synchronized (ScratchDirectory.class) {
      open.forEach(ScratchDirectory::closeQuietly);
    }
    try {
      FileTree.delete(root);
      lock.close();
      Files.deleteIfExists(lockFile);
    } catch (IOException e) {
      // The JVM is ending and nobody reads this; the next one clears what is left.
    }
  }

  private static void closeQuietly(AutoCloseable process) {
    try {
      process.close();
    } catch (Exception e) {
      // One that does not close must not keep the others open.
    }
  }
}
