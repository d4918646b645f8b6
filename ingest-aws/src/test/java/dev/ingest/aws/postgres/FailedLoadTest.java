package dev.ingest.aws.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowFormat;
import dev.ingest.format.RowWriter;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load that fails leaves the table as it was, says why, and tells nobody what is in the rows. */
class FailedLoadTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
  private static final String SECRET_CELL = "top secret cell";
  private static final LoadPlan REPLACE =
      LoadPlan.into(new TableName(null, "metrics")).replacePartition("date", "location");
  private static final String[] OLD = {"UK|metric1|1|2020-02-01", "UK|metric2|2|2020-02-01"};

  private Warehouse warehouse;

  @BeforeEach
  void createTable(@TempDir Path folder) {
    warehouse = new Warehouse(folder);
    warehouse.execute(
        """
        CREATE TABLE metrics (
          location text NOT NULL,
          metric text NOT NULL,
          value double precision,
          date date NOT NULL);
        INSERT INTO metrics VALUES
          ('UK', 'metric1', 1, '2020-02-01'),
          ('UK', 'metric2', 2, '2020-02-01')
        """);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void aTriggerThatRaisesAfterTheDelete() {
    trigger("RAISE EXCEPTION 'not today'");

    LoadException failure = failure(REPLACE, newRows());

    assertThat(failure.reason()).isEqualTo(Reason.ROWS_REFUSED);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found an error in the words of a function of the database, left out since they may quote values (SQLSTATE P0001); compare the table's columns and constraints with the file");
    assertOldRowsStand();
  }

  /** A function words its errors as it likes, under any state, and may quote the row. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "P0001 | RAISE EXCEPTION '%', NEW.metric",
        "23514 | RAISE EXCEPTION '%', NEW.metric USING ERRCODE = '23514'",
        "23505 | RAISE EXCEPTION '%', NEW.metric USING ERRCODE = 'unique_violation'",
        "42P01 | RAISE EXCEPTION '%', NEW.metric USING ERRCODE = 'undefined_table'",
        "57014 | RAISE EXCEPTION '%', NEW.metric USING ERRCODE = 'query_canceled'",
        "AB123 | RAISE EXCEPTION '%', NEW.metric USING ERRCODE = 'AB123'",
        "P0004 | ASSERT false, NEW.metric",
        "22P02 | PERFORM NEW.metric::int"
      })
  void aFunctionThatQuotesTheRow(String state, String statement) {
    trigger(statement);

    LoadException failure =
        failure(REPLACE, List.of(new MetricRow("UK", SECRET_CELL, 3.0, FEBRUARY)));

    assertThat(failure)
        .hasMessageStartingWith(
            "table metrics: expected the load to succeed, found an error in the words of a function of the database, left out since they may quote values (SQLSTATE "
                + state
                + "); ");
    assertTellsNoCell(failure);
    assertOldRowsStand();
  }

  @Test
  void aConnectionThatIsLostAfterTheDelete() {
    trigger("PERFORM pg_terminate_backend(pg_backend_pid())");

    LoadException failure = failure(REPLACE, newRows());

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"terminating connection due to administrator command\" (SQLSTATE 57P01); check host, port, TLS and route, and try again");
    assertOldRowsStand();
    warehouse.execute("DROP TRIGGER spoil ON metrics");
    warehouse.load(REPLACE, MetricRow.class, newRows());
    assertThat(rows()).containsExactly("UK|metric1|3|2020-02-01", "UK|metric3|4|2020-02-01");
  }

  @Test
  void aTriggerThatSwallowsARow() {
    trigger("IF NEW.metric = 'metric3' THEN RETURN NULL; END IF");

    LoadException failure = failure(REPLACE, newRows());

    assertThat(failure.reason()).isEqualTo(Reason.COUNT_MISMATCH);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected 2 rows inserted, found 1; nothing was changed; look for triggers and rules on the table");
    assertOldRowsStand();
  }

  @Test
  void aFileThatHoldsAnotherNumberOfRows() {
    LoadRequest request = warehouse.request(REPLACE, MetricRow.class, newRows());
    LoadRequest three =
        new LoadRequest(
            request.plan(), request.schema(), request.data(), request.format(), request.scope(), 3);

    LoadException failure =
        catchThrowableOfType(LoadException.class, () -> warehouse.loader().load(three));

    assertThat(failure.reason()).isEqualTo(Reason.COUNT_MISMATCH);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected 3 rows staged, found 2; nothing was changed; look for triggers and rules on the table");
    assertOldRowsStand();
  }

  @Test
  void aTableThatIsNotThere() {
    LoadException failure =
        failure(LoadPlan.into(new TableName("public", "none")).replacePartition("date"), newRows());

    assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED);
    assertThat(failure)
        .hasMessage(
            "table public.none: expected the load to succeed, found \"relation \"public.none\" does not exist\" (SQLSTATE 42P01); check database, table, columns and rights");
  }

  @Test
  void aColumnThatIsNotThere() {
    warehouse.execute("ALTER TABLE metrics RENAME COLUMN value TO amount");

    LoadException failure = failure(REPLACE, newRows());

    assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"column \"value\" of relation \"ingest_staging\" does not exist\" (SQLSTATE 42703); check database, table, columns and rights");
  }

  @Test
  void aValueOfAnotherType() {
    warehouse.execute("ALTER TABLE metrics ALTER COLUMN metric TYPE integer USING 1");

    LoadException failure =
        failure(
            REPLACE,
            List.of(
                new MetricRow("UK", "1", 1.0, FEBRUARY),
                new MetricRow("UK", SECRET_CELL, 2.0, FEBRUARY)));

    assertThat(failure.reason()).isEqualTo(Reason.ROWS_REFUSED);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"invalid input syntax for type integer: \"…\"\" in line 3, column metric (SQLSTATE 22P02); compare the table's columns and constraints with the file");
    assertTellsNoCell(failure);
  }

  @Test
  void aTextThatIsTooLong() {
    warehouse.execute("ALTER TABLE metrics ALTER COLUMN metric TYPE varchar(7)");

    LoadException failure =
        failure(REPLACE, List.of(new MetricRow("UK", SECRET_CELL, 1.0, FEBRUARY)));

    assertThat(failure.reason()).isEqualTo(Reason.ROWS_REFUSED);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"value too long for type character varying(7)\" in line 2, column metric (SQLSTATE 22001); compare the table's columns and constraints with the file");
    assertTellsNoCell(failure);
    assertOldRowsStand();
  }

  @Test
  void aNullThatTheTableDoesNotTake() {
    warehouse.execute("ALTER TABLE metrics ALTER COLUMN value SET NOT NULL");

    LoadException failure =
        failure(REPLACE, List.of(new MetricRow("UK", SECRET_CELL, null, FEBRUARY)));

    assertThat(failure.reason()).isEqualTo(Reason.ROWS_REFUSED);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"null value in column \"value\" of relation \"ingest_staging\" violates not-null constraint\" in line 2 (SQLSTATE 23502); compare the table's columns and constraints with the file");
    assertTellsNoCell(failure);
    assertOldRowsStand();
  }

  @Test
  void aRowThatAConstraintRefuses() {
    warehouse.execute("ALTER TABLE metrics ADD CONSTRAINT positive CHECK (value > 0)");

    LoadException failure =
        failure(REPLACE, List.of(new MetricRow("UK", SECRET_CELL, -1.0, FEBRUARY)));

    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"new row for relation \"metrics\" violates check constraint \"positive\"\" (SQLSTATE 23514); compare the table's columns and constraints with the file");
    assertTellsNoCell(failure);
    assertOldRowsStand();
  }

  @Test
  void aKeyThatIsThereTwice() {
    warehouse.execute("ALTER TABLE metrics ADD PRIMARY KEY (location, metric, date)");
    MetricRow row = new MetricRow("UK", SECRET_CELL, 1.0, FEBRUARY);

    LoadException failure = failure(REPLACE, List.of(row, row));

    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"duplicate key value violates unique constraint \"metrics_pkey\"\" (SQLSTATE 23505); compare the table's columns and constraints with the file");
    assertTellsNoCell(failure);
    assertOldRowsStand();
  }

  @Test
  void aUserWithoutTheRights() throws Exception {
    try (Connection admin = warehouse.database().connectAsAdmin();
        Statement statement = admin.createStatement()) {
      statement.execute(
          "ALTER TABLE metrics OWNER TO postgres; GRANT SELECT, INSERT ON metrics TO loader");
    }

    LoadException failure = failure(REPLACE, newRows());

    assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected the load to succeed, found \"permission denied for table metrics\" (SQLSTATE 42501); check database, table, columns and rights");
    assertOldRowsStand();
  }

  @Test
  void aTableThatIsInUse() throws Exception {
    warehouse.execute(
        "ALTER DATABASE %s SET lock_timeout = '100ms'".formatted(warehouse.database().name()));
    try (Connection other = warehouse.connections().open();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE metrics IN SHARE MODE");

      LoadException failure = failure(REPLACE, newRows());

      assertThat(failure.reason()).isEqualTo(Reason.CONFLICT);
      assertThat(failure)
          .hasMessage(
              "table metrics: expected the load to succeed, found \"canceling statement due to lock timeout\" (SQLSTATE 55P03); try again");
    }
    assertOldRowsStand();
  }

  @Test
  void aFileThatIsNotThere() {
    LoadRequest request = warehouse.request(REPLACE, MetricRow.class, newRows());
    LoadRequest missing =
        new LoadRequest(
            request.plan(),
            request.schema(),
            new ObjectLocation("files", "none.csv"),
            request.format(),
            request.scope(),
            2);

    assertThatThrownBy(() -> warehouse.loader().load(missing))
        .isInstanceOf(StoreException.class)
        .hasMessage("s3://files/none.csv: expected an object, found none; check bucket and key");
    assertOldRowsStand();
  }

  @Test
  void aFileThatBreaksOff() {
    PostgresTableLoader loader =
        new PostgresTableLoader(warehouse.connections(), new BreakingStore());
    LoadRequest request = warehouse.request(REPLACE, MetricRow.class, newRows());

    LoadException failure = catchThrowableOfType(LoadException.class, () -> loader.load(request));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure)
        .hasMessage(
            "table metrics: expected to read %s, found java.io.IOException: cut; try again"
                .formatted(request.data()));
    assertOldRowsStand();
  }

  @Test
  void aFileThatIsNotCsv() {
    LoadRequest request = warehouse.request(REPLACE, MetricRow.class, newRows());
    LoadRequest parquet =
        new LoadRequest(
            request.plan(),
            request.schema(),
            request.data(),
            new Parquet(),
            request.scope(),
            request.rows());

    assertThatThrownBy(() -> warehouse.loader().load(parquet))
        .isInstanceOf(LoadException.class)
        .hasMessage("table metrics: expected CSV, found parquet; choose the CSV format");
    assertOldRowsStand();
  }

  private static List<MetricRow> newRows() {
    return List.of(
        new MetricRow("UK", "metric1", 3.0, FEBRUARY),
        new MetricRow("UK", "metric3", 4.0, FEBRUARY));
  }

  /** Runs a statement before each row that is inserted into the table, after the delete. */
  private void trigger(String statement) {
    warehouse.execute(
        """
        CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          %s;
          RETURN NEW;
        END $$;
        CREATE TRIGGER spoil BEFORE INSERT ON metrics FOR EACH ROW EXECUTE FUNCTION spoil()
        """
            .formatted(statement));
  }

  private LoadException failure(LoadPlan plan, List<MetricRow> rows) {
    return catchThrowableOfType(
        LoadException.class, () -> warehouse.load(plan, MetricRow.class, rows));
  }

  private List<String> rows() {
    return warehouse.query("SELECT location, metric, value, date FROM metrics ORDER BY 2");
  }

  private void assertOldRowsStand() {
    assertThat(rows()).containsExactly(OLD);
  }

  /** Looks at all causes too, since people print stack traces. */
  private static void assertTellsNoCell(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SECRET_CELL);
  }

  /** Reads begin well and end badly. */
  private static final class BreakingStore implements ObjectStore {

    @Override
    public InputStream read(ObjectLocation at) {
      byte[] begin = "location,metric,value,date\nUK,metric1,3.0,2020-02-01\n".getBytes(UTF_8);
      return new SequenceInputStream(new ByteArrayInputStream(begin), new CutStream());
    }

    @Override
    public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
      throw new UnsupportedOperationException();
    }
  }

  /** A stream that breaks off at once. */
  private static final class CutStream extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("cut");
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      throw new IOException("cut");
    }
  }

  /** A format that is not loaded. */
  private record Parquet() implements RowFormat {

    @Override
    public String extension() {
      return "parquet";
    }

    @Override
    public String contentType() {
      return "application/vnd.apache.parquet";
    }

    @Override
    public <R> RowWriter<R> open(RowSchema<R> schema, OutputStream out) throws IOException {
      return new CsvFormat().open(schema, out);
    }
  }
}
