package dev.ingest.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link ObjectStore} promises. A subclass gives it a store and a bucket; each test uses
 * keys of its own, so the store may be shared.
 */
public abstract class ObjectStoreContract extends ObjectIdentityContract {

  private static final int FIVE_MEGABYTES = 5_000_000;

  /** For subclasses. */
  protected ObjectStoreContract() {}

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    write("back/a.csv", "location\nUK\n");

    assertThat(read("back/a.csv")).isEqualTo("location\nUK\n");
  }

  @Test
  void anEmptyObjectIsAnObject() throws IOException {
    write("empty.csv", "");

    assertThat(read("empty.csv")).isEmpty();
  }

  @Test
  void theBodysResultIsReturned() {
    long bytes = store().write(at("result.csv"), TYPE, out -> 42L);

    assertThat(bytes).isEqualTo(42L);
  }

  @Test
  void aSecondWriteReplacesTheFirst() throws IOException {
    write("replace.csv", "a longer first text");
    write("replace.csv", "second");

    assertThat(read("replace.csv")).isEqualTo("second");
  }

  @Test
  void nothingAppearsWhenTheBodyFailsToReadOrWrite() {
    IOException cause = new IOException("the body's own");

    assertThatThrownBy(() -> failAfterSomeBytes("io.csv", cause))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(at("io.csv") + ": expected ")
        .hasStackTraceContaining("the body's own");
    assertMissing("io.csv");
  }

  @Test
  void nothingAppearsWhenTheBodyRefusesAndItsExceptionComesThrough() {
    RuntimeException refusal = new IllegalStateException("too many rejects");

    assertThatThrownBy(() -> failAfterSomeBytes("refused.csv", refusal)).isSameAs(refusal);
    assertMissing("refused.csv");
  }

  @Test
  void theOldObjectStaysWhenTheNewOneFails() throws IOException {
    write("kept.csv", "old");

    assertThatThrownBy(() -> failAfterSomeBytes("kept.csv", new IOException("half way")))
        .isInstanceOf(StoreException.class);
    assertThat(read("kept.csv")).isEqualTo("old");
  }

  @Test
  void aMissingObjectIsNotFound() {
    assertMissing("no/such.csv");
  }

  @Test
  void aPrefixOfAKeyIsNotAnObject() throws IOException {
    write("prefix/a.csv", "a");

    assertMissing("prefix/a");
    assertMissing("prefix/a.csv.bak");
  }

  @TestFactory
  List<DynamicTest> keysAreTakenAsTheyAre() {
    return List.of(
            "a b+c%ü.xlsx",
            "%2e%2e/x.csv",
            "a%20b.csv",
            "日本/データ.csv",
            "🙂.csv",
            "quote'and\"double.csv",
            "semi;colon&amp=1?x#y.csv",
            "deep/" + "d/".repeat(40) + "x.csv")
        .stream()
        .map(key -> DynamicTest.dynamicTest(key, () -> aKeyIsTakenAsItIs("keys/" + key)))
        .toList();
  }

  private void aKeyIsTakenAsItIs(String key) throws IOException {
    write(key, "content of " + key);

    assertThat(read(key)).isEqualTo("content of " + key);
  }

  @Test
  void aLargeBodyComesBackByteForByte() throws IOException {
    byte[] content = new byte[FIVE_MEGABYTES];
    new Random(20200201).nextBytes(content);
    store()
        .write(
            at("large.bin"),
            "application/octet-stream",
            out -> {
              out.write(content, 0, 1);
              out.write(content, 1, content.length - 1);
              return content.length;
            });

    try (InputStream in = store().read(at("large.bin"))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  private void failAfterSomeBytes(String key, Exception failure) {
    store()
        .write(
            at(key),
            TYPE,
            out -> {
              out.write("half".getBytes(UTF_8));
              if (failure instanceof IOException io) {
                throw io;
              }
              throw (RuntimeException) failure;
            });
  }

  private void assertMissing(String key) {
    StoreException missing = failure(() -> store().read(at(key)).close());

    assertThat(missing.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(missing)
        .hasMessage(at(key) + ": expected an object, found none; check bucket and key");
  }
}
