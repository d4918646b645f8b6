package dev.ingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TableLoader} does: subclass it with a loader, and with a table {@code lines} of
 * the columns {@code part}, {@code number} and {@code value} that is empty before each test.
 */
public abstract class TableLoaderContract extends EarlyAnswers {

  /**
   * A row.
   *
   * @param part which partition it is in
   * @param number with the part, what an upsert knows it by
   * @param value the rest
   */
  public record Line(String part, int number, String value) {}

  /** The table. */
  protected static final TableName TABLE = TableName.parse("lines");

  private static final LoadPlan.Into LINES = LoadPlan.into(TABLE);
  static final LoadPlan REPLACE = LINES.replacePartition("part");
  private static final LoadPlan UPSERT = LINES.upsert("part", "number");

  static final Line A1 = new Line("a", 1, "old");
  static final Line A2 = new Line("a", 2, "old");
  private static final Line B1 = new Line("b", 1, "old");

  private int runs;

  /** Makes a contract test. */
  protected TableLoaderContract() {}

  @Override
  protected abstract TableLoader loader();

  /** Writes a file and returns what loads it, without an identity. */
  protected abstract LoadRequest request(LoadPlan plan, List<Line> rows, ReplaceScope scope);

  @Override
  protected abstract List<Line> rows();

  private LoadRequest request(LoadPlan plan, Line... rows) {
    Set<List<Object>> keys = new LinkedHashSet<>();
    for (Line row : rows) {
      keys.add(List.of(row.part()));
    }
    ReplaceScope scope =
        plan instanceof LoadPlan.ReplacePartition
            ? new ReplaceScope(List.of("part"), List.copyOf(keys))
            : ReplaceScope.none();
    return request(plan, List.of(rows), scope);
  }

  @Override
  final LoadRequest delivery(String version, String sequencer, LoadPlan plan, Line... rows) {
    LoadOrigin origin = new LoadOrigin("in", "lines.xlsx", version, sequencer, 1, null);
    String fingerprint = String.valueOf(List.of(rows).hashCode());
    return request(plan, rows)
        .withIdentity(new LoadIdentity("run" + runs++, "lines", "s", origin, fingerprint));
  }

  private LoadResult load(LoadPlan plan, Line... rows) {
    return loader().load(request(plan, rows));
  }

  private LoadException refused(LoadRequest request) {
    return catchThrowableOfType(LoadException.class, () -> loader().load(request));
  }

  /** Rows come beside those that are there. */
  @Test
  protected void anAppendAddsItsRows() {
    load(LINES.append(), A1, B1);

    assertThat(load(LINES.append(), A2, A2)).isEqualTo(new LoadResult(2, 0, 2));
    assertThat(rows()).containsExactlyInAnyOrder(A1, B1, A2, A2);
  }

  /** Rows of other partitions stay. */
  @Test
  protected void aPartitionIsReplaced() {
    load(LINES.append(), A1, A2, B1);
    Line fresh = new Line("a", 3, "new");

    assertThat(load(REPLACE, fresh)).isEqualTo(new LoadResult(1, 2, 1));
    assertThat(rows()).containsExactlyInAnyOrder(fresh, B1);
  }

  /** All rows go. */
  @Test
  protected void aTableIsReplaced() {
    load(LINES.append(), A1, A2, B1);

    assertThat(load(LINES.replaceTable(), A2)).isEqualTo(new LoadResult(1, 3, 1));
    assertThat(rows()).containsExactly(A2);
  }

  /** Rows with a key that is there are changed, others are added. */
  @Test
  protected void anUpsertChangesAndAdds() {
    load(LINES.append(), A1, B1);
    Line changed = new Line("a", 1, "new");

    assertThat(load(UPSERT, changed, A2)).isEqualTo(new LoadResult(2, 1, 2));
    assertThat(rows()).containsExactlyInAnyOrder(changed, A2, B1);
  }

  /** Which of two rows should stand, nobody knows. */
  @Test
  protected void anUpsertWithAKeyTwiceIsRefused() {
    load(LINES.append(), A1);
    LoadException refusal = refused(request(UPSERT, A2, A2, B1));

    assertThat(refusal.reason()).isEqualTo(Reason.ROWS_REFUSED);
    assertThat(refusal)
        .hasMessage(
            "table lines: expected rows with different keys (part, number), found 1 keys more than once; nothing was changed; declare the key as unique to see the cells");
    assertThat(rows()).containsExactly(A1);
  }

  /** A file without rows is no reason to delete any. */
  @Test
  protected void aFileWithoutRowsReplacesNoPartition() {
    load(LINES.append(), A1);

    assertThat(load(REPLACE)).isEqualTo(new LoadResult(0, 0, 0));
    assertThat(rows()).containsExactly(A1);
  }

  /** The same upload may be delivered many times. */
  @Test
  protected void aSecondDeliveryTouchesNothing() {
    LoadResult first = loader().load(delivery("v1", "0A", LINES.append(), A1));
    LoadResult second = loader().load(delivery("v1", "0A", LINES.append(), A1));

    assertThat(first).isEqualTo(new LoadResult(1, 0, 1));
    assertThat(second.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
    assertThat(second.earlier())
        .satisfies(line -> assertThat(line.identity().run()).isEqualTo("run0"));
    assertThat(rows()).containsExactly(A1);
  }

  /** Sequencers of different lengths are compared as if zeros followed the shorter one. */
  @Test
  protected void anOlderVersionComesTooLate() {
    loader().load(delivery("v2", "0F1", REPLACE, A1));
    LoadResult late = loader().load(delivery("v1", "0f", REPLACE, A2));

    assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
    assertThat(rows()).containsExactly(A1);
  }

  /** A file that was saved again holds the same rows. */
  @Test
  protected void theSameRowsInAnotherVersionAreNotLoadedTwice() {
    loader().load(delivery("v1", "0A", LINES.append(), A1));
    LoadResult saved = loader().load(delivery("v2", "0B", LINES.append(), A1));
    LoadResult again = loader().load(delivery("v2", "0B", LINES.append(), A1));

    assertThat(saved.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
    assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
    assertThat(rows()).containsExactly(A1);
  }

  /** Who insists is obeyed. */
  @Test
  protected void whoInsistsLoadsAgain() {
    LoadRequest request = delivery("v1", "0A", LINES.append(), A1);
    loader().load(request);
    LoadRequest again =
        delivery("v1", "0A", LINES.append(), A1).withOptions(LoadOptions.defaults().again());

    assertThat(loader().load(again)).isEqualTo(new LoadResult(1, 0, 1));
    assertThat(rows()).containsExactly(A1, A1);
  }

  /** A run whose commit gave no answer is looked for in the ledger. */
  @Test
  protected void aRunThatWasCommittedIsNotRepeated() {
    LoadRequest request = delivery("v1", "0A", REPLACE, A1, A2);
    loader().load(delivery("v0", "01", REPLACE, A1));
    LoadResult first = loader().load(request);

    assertThat(loader().load(request)).isEqualTo(first).isEqualTo(new LoadResult(2, 1, 2));
    assertThat(rows()).containsExactlyInAnyOrder(A1, A2);
  }

  /** A preview knows what would be, and nothing is. */
  @Test
  protected void aPreviewLeavesNothing() {
    load(LINES.append(), A1, A2, B1);
    LoadRequest request =
        delivery("v1", "0A", REPLACE, A2).withOptions(LoadOptions.defaults().previewing());

    LoadResult preview = loader().load(request);

    assertThat(preview.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(List.of(preview.staged(), preview.deleted(), preview.inserted()))
        .containsExactly(1L, 2L, 1L);
    assertThat(rows()).containsExactlyInAnyOrder(A1, A2, B1);
    assertThat(loader().load(request).outcome()).isEqualTo(Outcome.PREVIEWED);
  }

  /** A guard that does not hold ends the load. */
  @Test
  protected void aGuardLeavesTheTableAsItWas() {
    load(LINES.append(), A1, A2);
    LoadGuards guards = LoadGuards.none().withMaxShrink(0.2);
    LoadRequest request =
        delivery("v1", "0A", REPLACE, A2).withOptions(LoadOptions.defaults().withGuards(guards));

    LoadException refusal = refused(request);

    assertThat(refusal.reason()).isEqualTo(Reason.GUARDED);
    assertThat(refusal)
        .hasMessage(
            "table lines: expected at most 20 % fewer rows (maxShrink), found 1 rows in the place of 2; nothing was changed; check the file, or loosen the guard");
    assertThat(rows()).containsExactlyInAnyOrder(A1, A2);
  }

  /** A short file is never a short table. */
  @Test
  protected void aFileWithAnotherNumberOfRowsIsRefused() {
    load(LINES.append(), A1);
    LoadRequest honest = request(REPLACE, A1, A2);
    LoadRequest longer =
        new LoadRequest(
            honest.plan(), honest.schema(), honest.data(), honest.format(), honest.scope(), 3);

    LoadException refusal = refused(longer);

    assertThat(refusal.reason()).isEqualTo(Reason.COUNT_MISMATCH);
    assertThat(rows()).containsExactly(A1);
  }

  /** Nothing begins that cannot end. */
  @Test
  protected void withoutTimeNothingBegins() {
    LoadOptions late = LoadOptions.defaults().withLimit(() -> Duration.ofMillis(1));

    LoadException refusal = refused(request(LINES.append(), A1).withOptions(late));

    assertThat(refusal.reason()).isEqualTo(Reason.OUT_OF_TIME);
    assertThat(rows()).isEmpty();
  }

  /** Each version of each file stands where it was loaded last. */
  @Test
  protected void loadsFollowEachOther() {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(loader().load(delivery("v1", "01", REPLACE, A1, B1)).outcome());
    outcomes.add(loader().load(delivery("v2", "02", REPLACE, A2)).outcome());
    outcomes.add(loader().load(delivery("v3", "03", REPLACE, A1, B1)).outcome());
    outcomes.add(loader().load(delivery("v2", "02", REPLACE, A2)).outcome());

    assertThat(outcomes)
        .containsExactly(Outcome.LOADED, Outcome.LOADED, Outcome.LOADED, Outcome.ALREADY_LOADED);
    assertThat(rows()).containsExactlyInAnyOrder(A1, B1);
  }
}
