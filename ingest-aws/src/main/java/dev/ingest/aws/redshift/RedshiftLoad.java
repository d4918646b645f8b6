package dev.ingest.aws.redshift;

import static dev.ingest.aws.sql.StagedLoad.STAGING;
import static dev.ingest.aws.sql.StagedLoad.columnList;

import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Question;
import dev.ingest.aws.sql.SqlRow;
import dev.ingest.aws.sql.StagedLoad;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableName;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements of a load into Redshift, in its grammar; none holds a value of the file.
 *
 * <p>Source: Amazon Redshift Database Developer Guide, the syntax of each command.
 */
public final class RedshiftLoad {

  /** The temporary table with the keys whose rows are replaced. */
  private static final String KEYS = "ingest_keys";

  private static final int MOST_ERRORS = 100;

  /** {@code SYS_LOAD_ERROR_DETAIL} keeps so much of a file's name. */
  private static final int FILE_NAME = 256;

  /** What a message quotes. */
  private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

  private final LoadRequest request;
  private final TargetTable table;
  private final CopyAccess access;
  private final StagedLoad staged;

  /**
   * Makes the statements.
   *
   * @throws LoadException if the file is not of the format that Redshift reads right
   */
  public RedshiftLoad(LoadRequest request, TargetTable table, CopyAccess access) {
    if (!(request.format() instanceof RedshiftCsv)) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected CSV with a mark for null, found %s; choose the format RedshiftCsv"
              .formatted(table.name(), request.format().extension()),
          null);
    }
    this.request = request;
    this.table = table;
    this.access = access;
    this.staged = new StagedLoad(request, table.name(), table.padded());
  }

  /** Returns what this load has in common with those into other databases. */
  public StagedLoad staged() {
    return staged;
  }

  /** Makes the staging table, with the columns of the file only. */
  public String staging() {
    return "CREATE TEMPORARY TABLE %s (%s)"
        .formatted(STAGING, table.declarations(request.schema().names()));
  }

  /** Writes the manifest and returns the statement that fills the staging table by it. */
  public String copy(ObjectStore store) {
    ObjectLocation manifest = Manifest.write(store, request.data(), access);
    return "COPY %s (%s) FROM '%s' IAM_ROLE '%s' FORMAT AS CSV MANIFEST %s%sIGNOREHEADER 1 NULL AS '%s' ENCODING UTF8 DATEFORMAT 'YYYY-MM-DD' TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF"
        .formatted(
            STAGING,
            columnList(request.schema().names()),
            manifest,
            access.role(),
            request.data().key().endsWith(".gz") ? "GZIP " : "",
            access.region() == null ? "" : "REGION '" + access.region() + "' ",
            RedshiftCsv.NULL);
  }

  /** Returns whether rows with a key that is there are changed. */
  public boolean isUpsert() {
    return request.plan() instanceof LoadPlan.Upsert;
  }

  /** Returns all that puts the staged rows into the place of those that the plan replaces. */
  public List<String> replacing() {
    if (isUpsert()) {
      return staged.others().isEmpty()
          ? List.of(staged.adding())
          : List.of(staged.changing(), staged.adding());
    }
    if (request.plan() instanceof LoadPlan.ReplaceTable) {
      return List.of(staged.emptying(), staged.insertion());
    }
    return staged.keys().isEmpty()
        ? List.of(staged.insertion())
        : List.of(keys(), deletion(), staged.insertion());
  }

  /** Makes a table of the keys whose rows go: as many as there are, and of their columns' types. */
  String keys() {
    return "CREATE TEMPORARY TABLE %s AS %s".formatted(KEYS, staged.different(staged.keys()));
  }

  /** Deletes the rows with these keys. */
  String deletion() {
    return "DELETE FROM %s USING %s WHERE %s"
        .formatted(table.name().sql(), KEYS, staged.same(staged.own(), KEYS, staged.keys()));
  }

  /** Lets one load at a time go on: readers of the table that is loaded do not wait. */
  public static String lock(TableName ledger) {
    return "LOCK TABLE " + ledger.sql();
  }

  /** Asks why the file was refused; of the same file's earlier loads too. */
  public Question<List<LoadError>> errors() {
    String file = request.data().toString();
    return new Question<>(
        new BoundSql(
            "SELECT DISTINCT line_number, trim(column_name) AS column_name, error_code, trim(error_message) AS error_message FROM sys_load_error_detail WHERE trim(file_name) = ? ORDER BY line_number, column_name LIMIT "
                + MOST_ERRORS,
            List.of(file.substring(0, Math.min(file.length(), FILE_NAME)))),
        rows -> rows.stream().map(RedshiftLoad::error).toList());
  }

  private static LoadError error(SqlRow row) {
    return new LoadError(
        row.number("line_number"),
        String.valueOf(row.optional("column_name")),
        Integer.parseInt(row.text("error_code").strip()),
        QUOTED.matcher(row.text("error_message")).replaceAll("'…'"));
  }

  /** Returns the failure of a {@code COPY} that found errors, with the rows that they are about. */
  public LoadException refused(List<LoadError> errors, ObjectStore store) {
    LoadException failure = refused(errors);
    try {
      List<RefusedRow> rows = new ArrayList<>();
      for (LoadError error : errors) {
        rows.add(error.row(request.data(), store));
      }
      return failure.refusing(rows);
    } catch (IOException | StoreException unread) {
      failure.addSuppressed(unread);
      return failure;
    }
  }

  private LoadException refused(List<LoadError> errors) {
    String found =
        errors.isEmpty()
            ? "rows refused, and nothing of them in SYS_LOAD_ERROR_DETAIL"
            : errors.stream().limit(3).map(LoadError::toString).collect(Collectors.joining(", "));
    return new LoadException(
        Reason.ROWS_REFUSED,
        "table %s: expected the load to succeed, found %s; nothing was changed; compare the table's columns with the file"
            .formatted(table.name(), found),
        null);
  }
}
