package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.RefusedRow;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.Severity;
import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Told;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.store.OneObject;
import dev.ingest.workbook.CellAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever way the rows took to the file, as objects, decoded ahead or copied as bytes: the n-th of
 * the file is found again in the sheet.
 */
class RefusedCellsProperties {

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.all();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void eachRowOfTheFileIsFoundInTheSheet(@ForAll("tables") RandomTable table) {
    byte[] workbook = table.sheet().workbook();
    List<Integer> accepted =
        table.reading(workbook).outcomes().stream()
            .filter(Accepted.class::isInstance)
            .map(row -> ((Accepted<?>) row).row())
            .toList();

    IngestReport report =
        Ingestion.loading(
                table.pipeline(),
                new OneObject(),
                "bucket",
                request -> {
                  throw new LoadException(Reason.ROWS_REFUSED, "no", null).refusing(each(request));
                })
            .withRejectBudget(RejectBudget.unlimited())
            .run(Told.upload(workbook));

    if (report.problems().stream().noneMatch(RefusedCellsProperties::isOfFile)) {
      assertThat(
              report.problems().stream()
                  .filter(problem -> problem.code() == ProblemCode.DATABASE_REFUSED)
                  .map(problem -> Objects.requireNonNull(problem.cell()))
                  .map(CellAddress::row))
          .isEqualTo(accepted)
          .isNotEmpty();
    }
  }

  private static boolean isOfFile(Problem problem) {
    return problem.severity() == Severity.FILE;
  }

  private static List<RefusedRow> each(LoadRequest request) {
    List<RefusedRow> rows = new ArrayList<>();
    for (long record = 1; record <= request.rows(); record++) {
      rows.add(new RefusedRow(record, List.of(), "P0001", "no"));
    }
    return rows;
  }
}
