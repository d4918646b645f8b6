package dev.ingest.workbook.xlsx;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Inflates on a second thread, a few chunks ahead. Measured on two cores: 1.3 to 1.6 times as fast
 * as one thread. What fails there is thrown here; closing ends the helper before it returns.
 */
final class AheadChunks implements ChunkSource, Runnable {

  private static final int CHUNKS = 4;

  /** What the helper hands over last: the end, or what ended it. */
  private record End(@Nullable Throwable failure) {}

  private final InlineChunks source;
  private final BlockingQueue<Object> ready = new ArrayBlockingQueue<>(CHUNKS + 1);
  private final BlockingQueue<SheetChunk> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean closed;
  private boolean ended;

  /** Starts the helper. */
  AheadChunks(InlineChunks source, int size, Executor executor) {
    this.source = source;
    for (int i = 0; i < CHUNKS; i++) {
      empty.add(new SheetChunk(size));
    }
    executor.execute(this);
  }

  /** Inflates until the part ends or {@link #close()} is called. */
  @Override
  public void run() {
    try {
      SheetChunk chunk = empty.take();
      while (!closed && source.fill(chunk)) {
        ready.put(chunk);
        chunk = empty.take();
      }
      ready.put(new End(null));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      ready.offer(new End(ended));
    } catch (RuntimeException | Error failure) {
      ready.offer(new End(failure));
    } finally {
      stopped.countDown();
    }
  }

  @Override
  public @Nullable SheetChunk next() {
    if (ended) {
      return null;
    }
    Object next = take();
    if (next instanceof SheetChunk chunk) {
      return chunk;
    }
    ended = true;
    if (next instanceof End end && end.failure != null) {
      throw rethrown(end.failure);
    }
    return null;
  }

  private Object take() {
    try {
      return ready.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a sheet was read", interrupted);
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  @Override
  public void recycle(SheetChunk chunk) {
    empty.offer(chunk);
  }

  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (stopped.getCount() > 0) {
      ready.clear();
      empty.offer(new SheetChunk(1)); // the helper may wait for one
      try {
        if (stopped.await(10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    source.close();
  }
}
