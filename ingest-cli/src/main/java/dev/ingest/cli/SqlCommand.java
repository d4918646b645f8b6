package dev.ingest.cli;

import dev.ingest.cli.local.LocalDatabase;
import dev.ingest.cli.local.LocalFolder;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest sql}: looks into the local database. */
@Command(
    name = "sql",
    description = "Runs a statement in the local database, or keeps it running for other programs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"%nExample:", "  ingest sql \"select location, count(*) from metrics group by 1\""})
final class SqlCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "The statement to run.")
  private @Nullable String statement;

  @Option(names = "--serve", description = "Keep the database running until Ctrl-C.")
  private boolean serve;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (statement == null && !serve) {
      throw new IllegalArgumentException(
          "sql: expected a statement or --serve, found neither; try: ingest sql \"select 1\"");
    }
    PrintWriter out = Specs.out(spec);
    try (LocalDatabase database = LocalDatabase.start(LocalFolder.here(), Specs.err(spec))) {
      if (statement != null) {
        return run(database, statement, out);
      }
      out.println("The database runs until Ctrl-C. Look into it with:");
      out.println(database.psql());
      new CountDownLatch(1).await();
      return ExitCode.CLEAN;
    }
  }

  private int run(LocalDatabase database, String sql, PrintWriter out) {
    try (Connection connection = database.connections().open();
        Statement running = connection.createStatement()) {
      if (running.execute(sql)) {
        try (ResultSet rows = running.getResultSet()) {
          out.println(ResultTable.of(rows));
        }
      } else {
        out.println(running.getUpdateCount() + " rows changed");
      }
      return ExitCode.CLEAN;
    } catch (SQLException refused) {
      Specs.err(spec).println("ingest: " + refused.getMessage());
      return ExitCode.REFUSED;
    }
  }
}
