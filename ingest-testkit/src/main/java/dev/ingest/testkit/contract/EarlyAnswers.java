package dev.ingest.testkit.contract;

import static dev.ingest.testkit.contract.TableLoaderContract.A1;
import static dev.ingest.testkit.contract.TableLoaderContract.A2;
import static dev.ingest.testkit.contract.TableLoaderContract.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.Delivery;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableLoader;
import dev.ingest.testkit.contract.TableLoaderContract.Line;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a loader answers before a file is read: a part of {@link TableLoaderContract}. */
abstract class EarlyAnswers {

  /** Returns the loader under test. */
  protected abstract TableLoader loader();

  /** Returns the rows of the table, in any order. */
  protected abstract List<Line> rows();

  /** Writes a file and returns what loads it as a version of one object. */
  abstract LoadRequest delivery(String version, String sequencer, LoadPlan plan, Line... rows);

  /** What the ledger has of an upload it says before the file is read. */
  @Test
  protected void whatIsKnownIsToldBeforeTheFileIsRead() {
    LoadRequest first = delivery("v2", "0F", REPLACE, A1);
    assertThat(known(first)).isEmpty();
    loader().load(first);
    LoadRequest again = delivery("v2", "0F", REPLACE, A1);
    LoadRequest older = delivery("v1", "0A", REPLACE, A2);

    assertThat(known(again).map(LoadResult::outcome)).contains(Outcome.ALREADY_LOADED);
    assertThat(known(older).map(LoadResult::outcome)).contains(Outcome.SUPERSEDED);
    assertThat(known(again)).contains(loader().load(again));
    assertThat(known(older)).contains(loader().load(older));
    assertThat(rows()).containsExactly(A1);
  }

  /** An upload that was not loaded, and one that somebody insists on, has to be read. */
  @Test
  protected void whatIsNotKnownHasToBeRead() {
    loader().load(delivery("v2", "0F", REPLACE, A1));
    LoadRequest newer = delivery("v3", "1", REPLACE, A1);
    LoadRequest again = delivery("v2", "0F", REPLACE, A1);
    Delivery told = told(again);
    Delivery otherwise = new Delivery(told.run(), told.pipeline(), "other", told.origin());
    Delivery elsewhere = new Delivery(told.run(), "other", told.settings(), told.origin());
    LoadOptions inNoTime = LoadOptions.defaults().withLimit(() -> Duration.ofMillis(1));

    assertThat(known(newer)).isEmpty();
    assertThat(loader().known(REPLACE, otherwise, LoadOptions.defaults())).isEmpty();
    assertThat(loader().known(REPLACE, elsewhere, LoadOptions.defaults())).isEmpty();
    assertThat(known(again.withOptions(LoadOptions.defaults().again()))).isEmpty();
    assertThat(known(again.withOptions(inNoTime))).isEmpty();
  }

  private Optional<LoadResult> known(LoadRequest request) {
    return loader().known(request.plan(), told(request), request.options());
  }

  /** Returns what is known of a load before its file is read: not even its size. */
  private static Delivery told(LoadRequest request) {
    Delivery delivery = Objects.requireNonNull(request.identity()).delivery();
    return delivery.withOrigin(delivery.origin().withSize(LoadOrigin.UNOPENED));
  }
}
