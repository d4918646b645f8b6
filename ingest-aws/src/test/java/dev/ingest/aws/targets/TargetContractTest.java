package dev.ingest.aws.targets;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableLoader;
import dev.ingest.testkit.contract.TableLoaderContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** All targets do the same with the same loads. */
class TargetContractTest {

  private abstract static class OfTarget extends TableLoaderContract {

    private final LoadTarget.Kind kind;
    private LoadTarget target;

    OfTarget(LoadTarget.Kind kind) {
      this.kind = kind;
    }

    @BeforeEach
    void open() {
      target = new LoadTarget(kind);
      target.execute("CREATE TABLE lines (part varchar(10), number int, value varchar(10))");
    }

    @AfterEach
    void close() {
      target.close();
    }

    @Override
    protected TableLoader loader() {
      return target.loader();
    }

    @Override
    protected LoadRequest request(LoadPlan plan, List<Line> rows, ReplaceScope scope) {
      return target.request(plan, Line.class, rows, scope);
    }

    @Override
    protected List<Line> rows() {
      return target.rows("SELECT part, number, value FROM lines").stream()
          .map(row -> new Line(row.get(0), Integer.parseInt(row.get(1)), row.get(2)))
          .toList();
    }
  }

  @Nested
  @DisplayName("PostgreSQL, rows sent")
  class OfPostgres extends OfTarget {
    OfPostgres() {
      super(LoadTarget.Kind.POSTGRES);
    }
  }

  @Nested
  @DisplayName("RDS, files imported")
  class OfRds extends OfTarget {
    OfRds() {
      super(LoadTarget.Kind.RDS);
    }
  }

  @Nested
  @DisplayName("Redshift over a connection")
  class OfRedshift extends OfTarget {
    OfRedshift() {
      super(LoadTarget.Kind.REDSHIFT);
    }
  }

  @Nested
  @DisplayName("Redshift through its Data API")
  class OfDataApi extends OfTarget {
    OfDataApi() {
      super(LoadTarget.Kind.DATA_API);
    }
  }
}
