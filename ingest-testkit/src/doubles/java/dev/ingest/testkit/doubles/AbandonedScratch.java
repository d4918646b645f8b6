package dev.ingest.testkit.doubles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a killed JVM left behind: its scratch directory, and a database server that runs in it. */
final class AbandonedScratch {

  static final String PREFIX = "jvm-";

  private AbandonedScratch() {}

  /** The file that the owner of {@code scratch} keeps locked while it lives. */
  static Path lockOf(Path scratch) {
    return scratch.resolveSibling(scratch.getFileName() + ".lock");
  }

  /** Clears all directories in {@code base} whose owner is gone; leaves those in use alone. */
  static void clear(Path base) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(base, PREFIX + "*")) {
      for (Path child : children) {
        if (Files.isDirectory(child)) {
          clearIfAbandoned(child);
        }
      }
    }
  }

  private static void clearIfAbandoned(Path scratch) {
    Path lockFile = lockOf(scratch);
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        stopServers(scratch);
        FileTree.delete(scratch);
        Files.deleteIfExists(lockFile);
      }
    } catch (OverlappingFileLockException e) {
      // Another class loader of this very JVM owns it.
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(
          e); // Litter must not stop today's work; a later JVM tries again.
    }
  }

  private static void stopServers(Path scratch) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(scratch)) {
      for (Path child : children) {
        Postmaster.stop(child);
      }
    }
  }
}
