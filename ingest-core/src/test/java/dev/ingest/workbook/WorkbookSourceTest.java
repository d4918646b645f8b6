package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookSourceTest {

  private static final byte[] WORKBOOK =
      WorkbookBuilder.workbook().sheet("data").row("UK", 0.65).bytes();

  @TempDir Path folder;

  @Test
  void aFileIsNamedByItsLastStepAndOpenedByWhatItHolds() throws IOException {
    Path file = Files.write(folder.resolve("metrics.csv"), WORKBOOK);

    try (Workbook workbook = Workbook.open(file)) {
      assertThat(workbook.name()).isEqualTo("metrics.csv");
      assertThat(workbook.kind()).isEqualTo(FileKind.XLSX);
      assertThat(SheetText.of(workbook.sheets().get(0))).isEqualTo("A1 \"UK\", B1 0.65");
    }
  }

  @Test
  void aMissingFileIsUnreadable() {
    Path missing = folder.resolve("missing.xlsx");

    assertThatThrownBy(() -> Workbook.open(missing))
        .isInstanceOfSatisfying(
            WorkbookException.class,
            failure -> assertThat(failure.reason()).isEqualTo(WorkbookException.Reason.UNREADABLE))
        .hasMessage("missing.xlsx: expected a file, found none; check the path " + missing);
  }

  @Test
  void aFolderIsUnreadable() {
    assertThatThrownBy(() -> Workbook.open(folder))
        .isInstanceOf(WorkbookException.class)
        .hasMessageStartingWith(folder.getFileName() + ": expected readable bytes, found ");
  }

  @Test
  void aFileThatIsReadCanBeDeleted() throws IOException {
    Path file = Files.write(folder.resolve("metrics.xlsx"), WORKBOOK);

    try (Workbook workbook = Workbook.open(file)) {
      assertThat(SheetText.of(workbook.sheets().get(0))).isEqualTo("A1 \"UK\", B1 0.65");
    }

    assertThat(Files.deleteIfExists(file)).isTrue();
  }

  @Test
  void bytesAreReadAtAnyPositionAsFarAsThereAreAny() throws IOException {
    byte[] into = new byte[4];
    Path file = Files.write(folder.resolve("digits"), new byte[] {0, 1, 2, 3, 4});

    for (WorkbookSource source :
        new WorkbookSource[] {
          WorkbookSource.of(file), WorkbookSource.of("digits", new byte[] {0, 1, 2, 3, 4})
        }) {
      try (WorkbookBytes bytes = source.open()) {
        assertThat(bytes.length()).isEqualTo(5);
        assertThat(bytes.read(3, into, 1, 3)).isEqualTo(2);
        assertThat(into).containsExactly(0, 3, 4, 0);
        assertThat(bytes.read(5, into, 0, 4)).isZero();
        assertThat(bytes.read(99, into, 0, 4)).isZero();
      }
    }
  }

  @Test
  void aSmallStreamIsKeptInMemory() throws IOException {
    WorkbookSource source = WorkbookSource.of("metrics.xlsx", new ByteArrayInputStream(WORKBOOK));

    assertThat(source).isInstanceOf(MemorySource.class);
    assertThat(cells(source)).isEqualTo("A1 \"UK\", B1 0.65");
    assertThat(cells(source)).as("and can be opened again").isEqualTo("A1 \"UK\", B1 0.65");
  }

  @Test
  void aLargeStreamGoesToAFileThatIsDeletedWhenItIsClosed() throws IOException {
    byte[] large =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("UK", 0.65)
            .part("xl/media/film.bin", new byte[ReadLimits.defaults().spooledMemory()])
            .stored()
            .bytes();

    WorkbookSource source = WorkbookSource.of("metrics.xlsx", new ByteArrayInputStream(large));
    Path file = ((SpooledSource) source).file();

    assertThat(file).hasSize(large.length);
    assertThat(cells(source)).isEqualTo("A1 \"UK\", B1 0.65");
    assertThat(file).doesNotExist();
  }

  @Test
  void aLargeStreamThatBreaksLeavesNoFile() throws IOException {
    long before = spooledFiles();
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[ReadLimits.defaults().spooledMemory()]), new Cut());

    assertThatThrownBy(() -> WorkbookSource.of("metrics.xlsx", broken)).hasMessage("cut");
    assertThat(spooledFiles()).isEqualTo(before);
  }

  private static final class Cut extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("cut");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      throw new IOException("cut");
    }
  }

  private static String cells(WorkbookSource source) {
    try (Workbook workbook = Workbook.open(source, ReadLimits.defaults())) {
      return SheetText.of(workbook.sheets().get(0));
    }
  }

  private static long spooledFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.toString().endsWith(".workbook")).count();
    }
  }
}
