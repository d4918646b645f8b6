package dev.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.format.CsvFormat;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a table refuses rows, a session of its own looks for them; other failures stay alone. */
class RefusedLoadTest {

  private static final List<RefusedRow> ROWS =
      List.of(new RefusedRow(2, List.of("city"), "23502", "null value"));

  /** What the sessions were asked for, the number of the session first. */
  private final List<String> asked = new ArrayList<>();

  @Test
  void theRowsAreLookedForInAnotherSession() {
    LoadException failure = load(Reason.ROWS_REFUSED, () -> ROWS, TimeLimit.none());

    assertThat(failure).hasMessage("no").hasNoCause();
    assertThat(failure.reason()).isEqualTo(Reason.ROWS_REFUSED);
    assertThat(failure.refused()).isEqualTo(ROWS);
    assertThat(asked).containsExactly("1 stage", "1 close", "2 refused 100", "2 close");
  }

  @Test
  void whereNothingTellsTheFailureIsAsItWas() {
    LoadException failure = load(Reason.ROWS_REFUSED, List::of, TimeLimit.none());

    assertThat(failure).hasMessage("no").hasNoSuppressedExceptions();
    assertThat(failure.refused()).isEmpty();
  }

  @Test
  void aSearchThatFailsDoesNotHideTheFailure() {
    LoadException broken = new LoadException(Reason.UNREACHABLE, "gone", null);

    LoadException failure =
        load(
            Reason.ROWS_REFUSED,
            () -> {
              throw broken;
            },
            TimeLimit.none());

    assertThat(failure).hasMessage("no").hasSuppressedException(broken);
    assertThat(asked).containsExactly("1 stage", "1 close", "2 refused 100", "2 close");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ROWS_REFUSED", "UNREACHABLE", "CONFLICT", "OUTCOME_UNKNOWN"})
  void otherFailuresAreNotLookedInto(Reason reason) {
    LoadException failure = load(reason, () -> ROWS, TimeLimit.none());

    assertThat(failure.refused()).isEmpty();
    assertThat(asked).containsExactly("1 stage", "1 close");
  }

  /** Half of what is left, since the cells are looked for afterwards. */
  @Test
  void theSearchHasHalfOfTheTime() {
    load(Reason.ROWS_REFUSED, () -> ROWS, () -> Duration.ofSeconds(61));

    assertThat(limits).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(30));
  }

  private final List<Duration> limits = new ArrayList<>();

  private LoadException load(Reason reason, Supplier<List<RefusedRow>> search, TimeLimit limit) {
    LoadDatabase database =
        (table, within) -> {
          limits.add(within.remaining());
          return new Session(limits.size(), reason, search);
        };
    TransactionalLoader loader =
        new TransactionalLoader(
            database,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            (attempt, left) -> {
              throw new AssertionError("a pause");
            });
    return catchThrowableOfType(LoadException.class, () -> loader.load(request(limit)));
  }

  record City(String city) {}

  private static LoadRequest request(TimeLimit limit) {
    return new LoadRequest(
            LoadPlan.into(TableName.parse("cities")).append(),
            RowSchema.of(City.class),
            new ObjectLocation("bucket", "key.csv"),
            new CsvFormat(),
            ReplaceScope.none(),
            3)
        .withOptions(LoadOptions.defaults().withLimit(limit));
  }

  /** A session whose table refuses the file. */
  private final class Session implements LoadSession {

    private final int number;
    private final Reason reason;
    private final Supplier<List<RefusedRow>> search;

    Session(int number, Reason reason, Supplier<List<RefusedRow>> search) {
      this.number = number;
      this.reason = reason;
      this.search = search;
    }

    @Override
    public long stage(LoadRequest request) {
      asked.add(number + " stage");
      throw new LoadException(reason, "no", null);
    }

    @Override
    public List<RefusedRow> refused(LoadRequest request, int most) {
      asked.add(number + " refused " + most);
      return search.get();
    }

    @Override
    public void close() {
      asked.add(number + " close");
    }

    @Override
    public LoadLedger ledger() {
      throw new AssertionError("the ledger");
    }

    @Override
    public void awaitTurn() {
      throw new AssertionError("a turn");
    }

    @Override
    public LoadEffect apply(LoadRequest request, boolean inDetail) {
      throw new AssertionError("an effect");
    }

    @Override
    public void record(LedgerEntry entry) {
      throw new AssertionError("a line");
    }

    @Override
    public void commit() {
      throw new AssertionError("a commit");
    }
  }
}
