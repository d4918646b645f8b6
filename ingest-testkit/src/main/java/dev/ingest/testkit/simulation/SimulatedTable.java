package dev.ingest.testkit.simulation;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadDatabase;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.ReplaceScope;
import dev.ingest.testkit.contract.TableLoaderContract.Line;
import java.io.OutputStream;
import java.util.List;

/** A table and its ledger, both empty at first, as a {@link LoadSimulation} needs them. */
public interface SimulatedTable {

  /**
   * Returns the database, in which nothing goes wrong. Whoever meets another load in it is told so
   * by a failure, at once or soon: the simulation does all in one thread.
   */
  LoadDatabase database();

  /** Returns what loads a file with these rows, without an identity. */
  LoadRequest request(LoadPlan plan, List<Line> rows, ReplaceScope scope);

  /** Writes the request's file as a pipeline does, for a database that takes it meanwhile. */
  void feed(LoadRequest request, OutputStream into);

  /** Puts a row into the table that no load brings. */
  void put(Line row);

  /** Returns the rows, in any order. */
  List<Line> rows();

  /** Returns the ledger in the order of the commits. */
  List<LedgerEntry> ledger();
}
