package dev.ingest.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.store.StoreException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compressed, for whom, and that a damaged object is never taken for a shorter one. */
class GzipObjectStoreTest {

  private static final ObjectLocation PACKED = new ObjectLocation("bucket", "a.csv.gz");
  private static final ObjectLocation PLAIN = new ObjectLocation("bucket", "a.csv");
  private static final String ROWS = "location,value\n" + "UK,1\n".repeat(10_000);

  @TempDir Path folder;
  private ObjectStore gzip;

  @BeforeEach
  void open() {
    gzip = new GzipObjectStore(new DirectoryObjectStore(folder));
  }

  @Test
  void aKeyThatEndsInGzIsCompressedForOthers() throws IOException {
    write(PACKED, ROWS);

    byte[] stored = Files.readAllBytes(folder.resolve("bucket/a.csv.gz"));
    assertThat(stored).hasSizeLessThan(1_000);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo(ROWS);
    }
  }

  @Test
  void whoReadsItHereGetsItAsItWas() throws IOException {
    write(PACKED, ROWS);

    assertThat(read(PACKED)).isEqualTo(ROWS);
  }

  @Test
  void anotherKeyIsLeftAlone() throws IOException {
    write(PLAIN, ROWS);

    assertThat(folder.resolve("bucket/a.csv")).hasContent(ROWS);
    assertThat(read(PLAIN)).isEqualTo(ROWS);
  }

  @Test
  void anEmptyObjectIsAnEmptyMember() throws IOException {
    write(PACKED, "");

    assertThat(read(PACKED)).isEmpty();
    assertThat(gzip.facts(PACKED).size()).isEqualTo(20);
  }

  @Test
  void oneContentIsOneObjectHoweverOftenItIsWritten() throws IOException {
    write(PACKED, ROWS);
    byte[] first = Files.readAllBytes(folder.resolve("bucket/a.csv.gz"));
    write(PACKED, ROWS);

    assertThat(folder.resolve("bucket/a.csv.gz")).hasBinaryContent(first);
  }

  @Test
  void nothingAppearsWhenTheBodyRefuses() {
    RuntimeException refusal = new IllegalStateException("too many rejects");

    assertThatThrownBy(
            () ->
                gzip.write(
                    PACKED,
                    "text/csv",
                    out -> {
                      out.write(ROWS.getBytes(UTF_8));
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThat(folder.resolve("bucket/a.csv.gz")).doesNotExist();
  }

  @Test
  void whatMustNotBeReplacedStays() throws IOException {
    WriteOptions once = WriteOptions.of("text/csv").neverReplacing();
    gzip.write(PACKED, once, out -> 1);

    assertThat(
            catchThrowableOfType(StoreException.class, () -> gzip.write(PACKED, once, out -> 2))
                .reason())
        .isEqualTo(Reason.EXISTS);
  }

  @Test
  void anObjectThatIsCutAnywhereIsAFailure() throws IOException {
    write(PACKED, "location\nUK\n");
    Path file = folder.resolve("bucket/a.csv.gz");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> read(PACKED))
          .as("%s of %s bytes", length, whole.length)
          .isInstanceOfAny(IOException.class, StoreException.class);
    }
  }

  @Test
  void anObjectThatIsNoGzipIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("bucket"));
    Files.writeString(folder.resolve("bucket/a.csv.gz"), ROWS);

    assertThatThrownBy(() -> read(PACKED))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "s3://bucket/a.csv.gz: expected gzip, as the key says, found something else; look at the object");
  }

  @Test
  void peopleAreShownWhereTheStoreKeepsIt() {
    assertThat(gzip.display(PACKED)).isEqualTo(folder.resolve("bucket/a.csv.gz").toString());
  }

  private void write(ObjectLocation at, String text) {
    gzip.write(
        at,
        "text/csv",
        out -> {
          out.write(text.getBytes(UTF_8));
          return null;
        });
  }

  private String read(ObjectLocation at) throws IOException {
    try (InputStream in = gzip.read(at)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
