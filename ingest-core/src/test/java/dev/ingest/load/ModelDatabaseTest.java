package dev.ingest.load;

import dev.ingest.format.CsvFormat;
import dev.ingest.load.ModelDatabase.Flaw;
import dev.ingest.load.ModelDatabase.Row;
import dev.ingest.load.ModelDatabase.Upload;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import dev.ingest.testkit.contract.TableLoaderContract;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The model that schedules are simulated with")
class ModelDatabaseTest extends TableLoaderContract {

  /** A database in which nothing goes wrong. */
  private static final ModelDatabase.Steps CALM =
      new ModelDatabase.Steps() {
        @Override
        public void before(String step) {
          // nothing happens
        }

        @Override
        public void after(String step) {
          // nothing happens
        }
      };

  private final Map<String, Upload> uploads = new HashMap<>();
  private final ModelDatabase database = new ModelDatabase(Flaw.NONE, CALM, uploads);

  @Override
  protected TableLoader loader() {
    return new TransactionalLoader(database, Clock.systemUTC(), Pauses.never());
  }

  @Override
  protected LoadRequest request(LoadPlan plan, List<Line> rows, ReplaceScope scope) {
    String name = "file" + uploads.size();
    uploads.put(name, new Upload(name, rows.stream().map(ModelDatabaseTest::row).toList()));
    return new LoadRequest(
        plan,
        RowSchema.of(Line.class),
        new ObjectLocation("files", name),
        new CsvFormat(),
        scope,
        rows.size());
  }

  private static Row row(Line line) {
    return new Row(line.part(), line.value(), line.number());
  }

  @Override
  protected List<Line> rows() {
    return database.rows().stream()
        .map(row -> new Line(row.partition(), row.number(), row.upload()))
        .toList();
  }
}
