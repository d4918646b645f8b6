package dev.ingest.load;

import dev.ingest.testkit.contract.TableLoaderContract;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The model that schedules are simulated with")
class ModelDatabaseTest extends TableLoaderContract {

  private final ModelDatabase database = new ModelDatabase();

  @Override
  protected TableLoader loader() {
    return new TransactionalLoader(database, Clock.systemUTC(), Pauses.never());
  }

  @Override
  protected LoadRequest request(LoadPlan plan, List<Line> rows, ReplaceScope scope) {
    return database.request(plan, rows, scope);
  }

  @Override
  protected List<Line> rows() {
    return database.rows();
  }
}
