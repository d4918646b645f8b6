package dev.ingest.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.store.StoreException.Reason;
import dev.ingest.testkit.contract.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryObjectStoreTest extends ObjectStoreContract {

  @TempDir Path folder;

  @Override
  protected ObjectStore store() {
    return new DirectoryObjectStore(folder.resolve("store"));
  }

  @Override
  protected String bucket() {
    return "bucket";
  }

  @AfterEach
  void noPartFileIsLeft() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith(".part-"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../x.csv,     ..",
    "a/../../x.csv,..",
    "a/..,         ..",
    "./x.csv,      .",
    "/etc/x.csv,   ''",
    "a//x.csv,     ''",
    "a/,           ''",
  })
  void aKeyIsMadeOfPlainSteps(String key, String step) {
    assertRefused(
        new ObjectLocation("bucket", key),
        "s3://bucket/" + key + ": expected a key of plain steps, found \"" + step + "\" as a step");
  }

  @Test
  void aKeyThatTheFileSystemCannotKeepIsRefused() {
    assertRefused(
        new ObjectLocation("bucket", "a\0b"),
        "s3://bucket/a\0b: expected a key that this file system can keep");
  }

  @Test
  void aFolderKeepsNoVersions() {
    assertRefused(
        new ObjectLocation("bucket", "a.csv", "v1"),
        "s3://bucket/a.csv: expected no version, found one; a folder keeps only the newest");
  }

  @Test
  void aLinkOutOfTheStoreIsNotFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.csv"), "secret");
    Path bucket = Files.createDirectories(folder.resolve("store/bucket"));
    Files.createSymbolicLink(bucket.resolve("link"), outside);
    String refusal = ": expected a place within the store, found a link that leads out of it";

    assertThat(refusedRead(new ObjectLocation("bucket", "link/secret.csv")))
        .hasMessage("s3://bucket/link/secret.csv" + refusal);
    assertThat(refusedWrite(new ObjectLocation("bucket", "link/deep/new.csv")))
        .hasMessage("s3://bucket/link/deep/new.csv" + refusal);
    assertThat(listed(outside)).containsExactly("secret.csv");
  }

  @Test
  void aLinkWithinTheStoreIsFollowed() throws IOException {
    Path bucket = Files.createDirectories(folder.resolve("store/bucket"));
    Files.createDirectory(bucket.resolve("real"));
    Files.createSymbolicLink(bucket.resolve("link"), bucket.resolve("real"));

    write(new ObjectLocation("bucket", "link/a.csv"));

    assertThat(bucket.resolve("real/a.csv")).hasContent("x");
  }

  @Test
  void aFolderIsNoObjectAndNothingIsBelowAnObject() {
    write(new ObjectLocation("bucket", "a/b.csv"));

    assertThat(refusedRead(new ObjectLocation("bucket", "a")).reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(refusedRead(new ObjectLocation("bucket", "a/b.csv/c")).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void aKeyBelowAnObjectCannotBeWritten() {
    write(new ObjectLocation("bucket", "a"));

    StoreException refusal = refusedWrite(new ObjectLocation("bucket", "a/b"));

    assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(refusal)
        .hasMessageStartingWith("s3://bucket/a/b: expected a working disk, found ")
        .hasMessageEndingWith("; check space and permissions");
  }

  @Test
  void anObjectIsAFileBelowTheRoot() throws IOException {
    write(new ObjectLocation("bucket", "a/b.csv"));

    assertThat(folder.resolve("store/bucket/a/b.csv")).hasContent("x");
    assertThat(listed(folder.resolve("store/bucket/a"))).containsExactly("b.csv");
  }

  @Test
  void peopleAreShownAPathRelativeToWhereTheyAre() {
    ObjectLocation at = new ObjectLocation("bucket", "a/b.csv");

    assertThat(new DirectoryObjectStore(Path.of("out")).display(at))
        .isEqualTo(Path.of("out", "bucket", "a", "b.csv").toString());
    assertThat(new DirectoryObjectStore(folder).display(at))
        .isEqualTo(folder.resolve("bucket/a/b.csv").toString());
  }

  private void assertRefused(ObjectLocation at, String message) {
    assertThat(refusedRead(at)).hasMessage(message);
    assertThat(refusedWrite(at)).hasMessage(message);
    assertThat(refusedWrite(at).reason()).isEqualTo(Reason.BAD_LOCATION);
  }

  private StoreException refusedRead(ObjectLocation at) {
    return catchThrowableOfType(StoreException.class, () -> store().read(at).close());
  }

  private StoreException refusedWrite(ObjectLocation at) {
    return catchThrowableOfType(StoreException.class, () -> write(at));
  }

  private void write(ObjectLocation at) {
    store()
        .write(
            at,
            "text/plain",
            out -> {
              out.write("x".getBytes(UTF_8));
              return 1;
            });
  }

  private static List<String> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
