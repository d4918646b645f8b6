package dev.ingest.cli.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Keeps two processes from using one local folder at once; it goes with its process. */
final class FolderLock implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(LocalFolder folder, PrintWriter progress) throws IOException {
    Files.createDirectories(folder.root());
    FileChannel channel =
        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (await(channel, folder, progress)) {
      return new FolderLock(channel);
    }
    channel.close();
    throw new LocalDatabaseException(
        folder.root()
            + ": expected to use it, found another ingest that does; end it (an \"ingest sql --serve\" perhaps), or work in another folder",
        null);
  }

  private static boolean await(FileChannel channel, LocalFolder folder, PrintWriter progress)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean told = false;
    while (System.nanoTime() < end) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return true;
      }
      if (!told) {
        progress.println("waiting for another ingest that uses " + folder.root());
        told = true;
      }
      if (!pause()) {
        return false;
      }
    }
    return false;
  }

  private static boolean pause() {
    try {
      Thread.sleep(GLANCE.toMillis());
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
