package dev.ingest.cli;

import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.ddl.SqlDialect;
import dev.ingest.aws.ddl.TableDdl;
import dev.ingest.aws.ddl.TableDiff;
import dev.ingest.aws.postgres.PostgresTables;
import dev.ingest.aws.settings.TargetTables;
import dev.ingest.cli.local.LocalDatabase;
import dev.ingest.cli.local.LocalFolder;
import dev.ingest.pipeline.Pipeline;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ingest ddl}: the table that a pipeline needs, and how one that is there differs. */
@Command(
    name = "ddl",
    description = {
      "Prints the statement that makes a pipeline's table: types and sizes are those that the",
      "pipeline declares. Compares it with a table that is there, and makes it if asked."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  ingest ddl -p sales.yaml",
      "  ingest ddl -p sales.yaml --for REDSHIFT --dist-key city --sort-key date,city",
      "  ingest ddl -p sales.yaml --diff --secret warehouse",
      "  ingest ddl -p sales.yaml --create-missing --secret warehouse",
      "  ingest ddl -p sales.yaml --diff --target redshift --secret warehouse",
      "  ingest ddl -p sales.yaml --diff --target redshift-data --workgroup analysts --database dev"
    })
final class DdlCommand implements Callable<Integer> {

  @Option(
      names = "--for",
      paramLabel = "DATABASE",
      description = "POSTGRESQL, or REDSHIFT. Default: the target's, POSTGRESQL if none is named.")
  private @Nullable SqlDialect asked;

  @Option(
      names = "--dist-key",
      paramLabel = "COLUMN",
      description = "The column by which Redshift spreads the rows.")
  private @Nullable String distKey;

  @Option(
      names = "--sort-key",
      paramLabel = "COLUMN",
      split = ",",
      description = "The columns by which Redshift orders the rows.")
  private List<String> sortKey = List.of();

  @Option(names = "--diff", description = "Compare with the table that is there. Exit 2: differs.")
  private boolean diff;

  @Option(
      names = "--create-missing",
      description = "Make the table if it is not there; one that is there is left as it is.")
  private boolean createMissing;

  @Option(
      names = "--add-columns",
      description = "Of a table that is there, add the columns that it lacks and that may be null.")
  private boolean addColumns;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Mixin private final TableOption table = new TableOption();

  @Mixin private final PipelineOption described = new PipelineOption();

  @Mixin private final TargetOptions target = new TargetOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Pipeline<?> pipeline = table.apply(described.pipeline());
    if (!diff && !createMissing && !addColumns) {
      SqlDialect dialect = asked == null ? target.dialect() : asked;
      TableDdl ddl = ddl(dialect, pipeline);
      print(json ? DdlJson.of(dialect, ddl) : ddl.script().stripTrailing());
      return ExitCode.CLEAN;
    }
    if (target.isRemote()) {
      TargetTables tables = TargetTables.of(target.settings());
      return compare(tables.live(), ddl(asFor(tables.dialect()), pipeline), pipeline);
    }
    target.settings().finish();
    TableDdl ddl = ddl(asFor(SqlDialect.POSTGRESQL), pipeline);
    try (LocalDatabase database = LocalDatabase.start(LocalFolder.here(), Specs.err(spec))) {
      return compare(new PostgresTables(database.connections()), ddl, pipeline);
    }
  }

  private TableDdl ddl(SqlDialect dialect, Pipeline<?> pipeline) {
    return TableDdl.of(dialect, pipeline)
        .with(distKey == null ? List.of() : List.of(distKey), sortKey);
  }

  /** Returns the target's dialect, which must be the one that was asked for. */
  private SqlDialect asFor(SqlDialect dialect) {
    if (asked != null && asked != dialect) {
      throw new IllegalArgumentException(
          "ddl: expected %s to compare with or to change, as --for says, found %s; say which database by --target"
              .formatted(asked.label(), dialect.label()));
    }
    return dialect;
  }

  private int compare(LiveTables tables, TableDdl ddl, Pipeline<?> pipeline) {
    TableDiff found = tables.diff(ddl, pipeline.schema());
    List<String> done = done(found);
    if (!done.isEmpty()) {
      tables.run(ddl.table(), done);
      found = tables.diff(ddl, pipeline.schema());
    }
    print(json ? DdlJson.of(found, done) : DdlText.of(found, done));
    return found.fits() ? ExitCode.CLEAN : ExitCode.REFUSED;
  }

  /** Returns the statements that were asked for and are needed. */
  private List<String> done(TableDiff found) {
    if (!found.there()) {
      return createMissing ? found.create().stream().toList() : List.of();
    }
    return addColumns ? found.add() : List.of();
  }

  private void print(String text) {
    PrintWriter out = Specs.out(spec);
    out.println(text);
    out.flush();
  }
}
