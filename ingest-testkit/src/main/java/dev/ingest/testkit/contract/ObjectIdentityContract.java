package dev.ingest.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.store.ObjectFacts;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import dev.ingest.store.WriteOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link ObjectStoreContract} that is about which object is meant: what is known of it,
 * that a pinned read gives it or nothing, and that none is replaced that must stay.
 */
public abstract class ObjectIdentityContract {

  static final String TYPE = "text/csv; charset=utf-8";
  private static final int WRITERS = 8;

  /** Clocks of stores may be off. */
  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** For subclasses. */
  ObjectIdentityContract() {}

  /**
   * Returns the store under test.
   *
   * @return one that can write to {@link #bucket()}
   */
  protected abstract ObjectStore store();

  /**
   * Returns where the tests may write.
   *
   * @return the name of a bucket that is there
   */
  protected abstract String bucket();

  @Test
  void factsTellOfTheObjectThatIsThere() throws IOException {
    write("facts.csv", "location\nUK\n");

    ObjectFacts facts = store().facts(at("facts.csv"));

    assertThat(facts.size()).isEqualTo(12);
    assertThat(facts.entityTag()).isNotEmpty().doesNotContain("\"");
    assertThat(facts.lastModified())
        .isBetween(Instant.now().minus(AN_HOUR), Instant.now().plus(AN_HOUR));
    assertThat(store().facts(at("facts.csv"))).isEqualTo(facts);
    assertThat(store().facts(facts.pin(at("facts.csv")))).isEqualTo(facts);
  }

  @Test
  void thereAreNoFactsOfAMissingObject() {
    assertThat(failure(() -> store().facts(at("no/such.csv"))))
        .hasMessage(at("no/such.csv") + ": expected an object, found none; check bucket and key")
        .extracting(StoreException::reason)
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void aPinnedReadGivesTheObjectThatTheFactsWereAbout() throws IOException {
    write("pinned.csv", "first");

    ObjectLocation pinned = store().facts(at("pinned.csv")).pin(at("pinned.csv"));

    assertThat(read(pinned)).isEqualTo("first");
  }

  @Test
  void aPinnedReadNeverGivesANewerObject() throws IOException {
    write("newer.csv", "first");
    String tag = store().facts(at("newer.csv")).entityTag();
    ObjectLocation pinned = at("newer.csv").withEntityTag(tag);
    write("newer.csv", "other");

    for (ThrowingCallable look :
        List.<ThrowingCallable>of(
            () -> store().read(pinned).close(), () -> store().facts(pinned))) {
      assertThat(failure(look))
          .hasMessage(
              at("newer.csv")
                  + ": expected the object with the ETag "
                  + tag
                  + ", found that it was replaced meanwhile; leave this one to the event of the newer")
          .extracting(StoreException::reason)
          .isEqualTo(Reason.REPLACED);
    }
    assertThat(read("newer.csv")).isEqualTo("other");
  }

  @Test
  void aPinnedReadOfNothingFindsNothing() {
    StoreException missing =
        failure(() -> store().read(at("none.csv").withEntityTag("0123456789abcdef")).close());

    assertThat(missing.reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void nothingIsWrittenToAPinnedLocation() {
    assertThat(
            failure(
                () -> store().write(at("tag.csv").withEntityTag("0123"), TYPE, out -> "nothing")))
        .hasMessage(
            at("tag.csv")
                + ": expected a key to write to, found a version or an ETag with it; only reads have these")
        .extracting(StoreException::reason)
        .isEqualTo(Reason.BAD_LOCATION);
  }

  @Test
  void whatMustNotBeReplacedStays() throws IOException {
    assertThat(writeOnce("once.csv", "first")).isEqualTo("first");

    assertThat(failure(() -> writeOnce("once.csv", "second")))
        .hasMessage(
            at("once.csv")
                + ": expected no object yet, found one and left it as it is; write to a key of its own")
        .extracting(StoreException::reason)
        .isEqualTo(Reason.EXISTS);
    assertThat(read("once.csv")).isEqualTo("first");
  }

  @Test
  void aRefusedFirstWriteLeavesTheKeyFree() throws IOException {
    assertThatThrownBy(
            () ->
                store()
                    .write(
                        at("free.csv"),
                        WriteOptions.of(TYPE).neverReplacing(),
                        out -> {
                          throw new IllegalStateException("too many rejects");
                        }))
        .hasMessage("too many rejects");

    writeOnce("free.csv", "second");

    assertThat(read("free.csv")).isEqualTo("second");
  }

  @Test
  void ofManyWritersThatMayNotReplaceOneSucceeds() throws Exception {
    List<Callable<Boolean>> writers =
        IntStream.range(0, WRITERS).<Callable<Boolean>>mapToObj(this::writerOfTheRace).toList();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Integer> winners = new ArrayList<>();
      List<Future<Boolean>> ended = threads.invokeAll(writers);
      for (int i = 0; i < WRITERS; i++) {
        if (ended.get(i).get()) {
          winners.add(i);
        }
      }

      assertThat(winners).hasSize(1);
      assertThat(read("race.csv")).isEqualTo("writer " + winners.get(0));
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Boolean> writerOfTheRace(int number) {
    return () -> {
      try {
        writeOnce("race.csv", "writer " + number);
        return true;
      } catch (StoreException lost) {
        assertThat(lost.reason()).isEqualTo(Reason.EXISTS);
        return false;
      }
    };
  }

  private String writeOnce(String key, String text) {
    return store()
        .write(
            at(key),
            WriteOptions.of(TYPE).neverReplacing(),
            out -> {
              out.write(text.getBytes(UTF_8));
              return text;
            });
  }

  final ObjectLocation at(String key) {
    return new ObjectLocation(bucket(), key);
  }

  final void write(String key, String text) {
    store()
        .write(
            at(key),
            TYPE,
            out -> {
              out.write(text.getBytes(UTF_8));
              return text;
            });
  }

  static StoreException failure(ThrowingCallable action) {
    return catchThrowableOfType(StoreException.class, action);
  }

  final String read(String key) throws IOException {
    return read(at(key));
  }

  final String read(ObjectLocation at) throws IOException {
    try (InputStream in = store().read(at)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
