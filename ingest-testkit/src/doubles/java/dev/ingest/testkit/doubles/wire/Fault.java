package dev.ingest.testkit.doubles.wire;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One fault of a {@link FaultProxy}. It fires once. May be used from any thread. */
public final class Fault {

  private final FaultKind kind;
  private final FaultTrigger trigger;
  private final CountDownLatch fired = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private boolean due;
  private int occasions;
  private long copiedBytes;

  Fault(FaultKind kind, FaultTrigger trigger) {
    this.kind = kind;
    this.trigger = trigger;
  }

  /**
   * Whether the fault has happened: the connection is cut, or the statement or its answer waits.
   *
   * @return true from then on
   */
  public boolean hasFired() {
    return fired.getCount() == 0;
  }

  /**
   * Waits until the fault has happened.
   *
   * @param patience how long at most
   * @throws InterruptedException if the thread is interrupted
   * @throws AssertionError if it has not happened by then
   */
  public void awaitFired(Duration patience) throws InterruptedException {
    if (!fired.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the fault " + kind + " did not fire within " + patience);
    }
  }

  /** Lets what waits go on; before the fault fires, it takes the wait away. */
  public void release() {
    released.countDown();
  }

  FaultKind kind() {
    return kind;
  }

  void fire() {
    fired.countDown();
  }

  void fireAndWait() throws InterruptedIOException {
    fired.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a message was held back");
    }
  }

  /** Whether this statement is the one. */
  synchronized boolean isDueAt(String sql) {
    if (due || !trigger.fits(sql)) {
      return false;
    }
    due = trigger.isDueAt(++occasions);
    return due;
  }

  /** Whether these bytes of a COPY are the ones. */
  synchronized boolean isDueAt(int copyData) {
    copiedBytes += copyData;
    if (due) {
      return false;
    }
    due = trigger.isDueAfter(copiedBytes);
    return due;
  }
}
