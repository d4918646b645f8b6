package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredWorkbookTest {

  private static final long MEMORY = 128L << 20;
  private static final long SCRATCH = 512L << 20;

  @TempDir Path root;
  private final TestContext context = new TestContext();

  @BeforeEach
  void upload() throws IOException {
    Files.createDirectories(root.resolve("inbox"));
    Files.write(root.resolve("inbox/a.xlsx"), ExampleWorkbooks.metrics());
    Files.write(root.resolve("inbox/large.xlsx"), new byte[3 << 20]);
  }

  @Test
  void aFileThatFitsIsRead() {
    Budget budget = Budget.of(MEMORY, SCRATCH, ReadLimits.defaults());

    try (Workbook workbook = Workbook.open(stored("a.xlsx", budget), ReadOptions.defaults())) {
      assertThat(workbook.sheets()).hasSize(1);
    }
  }

  @Test
  void aFileThatTheFunctionCannotHoldIsRefusedWithWhatItHas() {
    Budget budget =
        Budget.of(
            MEMORY,
            SCRATCH,
            ReadLimits.defaults().withSpooledMemory(1 << 20).withSourceBytes(2 << 20));

    assertThatThrownBy(() -> stored("large.xlsx", budget).open())
        .isInstanceOf(WorkbookException.class)
        .hasMessage(
            "s3://inbox/large.xlsx: expected a file of at most 2 MiB, which this function can hold (128 MiB of memory, 512 MiB free in /tmp), found more; give it more ephemeral storage, or raise the pipeline's limit");
  }

  /** A run that only reads, such as one whose rows are all filtered, ends in time too. */
  @Test
  void nothingIsReadWhenTheTimeIsOver() throws Exception {
    Budget budget = Budget.of(MEMORY, SCRATCH, ReadLimits.defaults());

    try (WorkbookBytes bytes = stored("a.xlsx", budget).open()) {
      assertThat(bytes.read(0, new byte[4], 0, 4)).isEqualTo(4);
      context.setRemaining(1_000);

      assertThatThrownBy(() -> bytes.read(0, new byte[4], 0, 4))
          .isInstanceOf(IOException.class)
          .hasMessage("the function's time is over");
    }
  }

  private StoredWorkbook stored(String name, Budget budget) {
    return new StoredWorkbook(
        new DirectoryObjectStore(root),
        new ObjectLocation("inbox", name),
        budget,
        new InvocationTime(context));
  }
}
