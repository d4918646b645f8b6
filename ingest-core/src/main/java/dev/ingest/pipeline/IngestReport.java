package dev.ingest.pipeline;

import dev.ingest.decode.DayOrderFinding;
import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.problem.Note;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.HeaderReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did: every row and every null accounted for.
 *
 * @param run the run's id
 * @param pipeline its pipeline
 * @param outcome how it ended
 * @param file the workbook's name
 * @param key the upload's key
 * @param version the upload's version in its store, or null where it has none
 * @param startedAt when the run began, by the ingestion's clock
 * @param input the workbook's bytes, or null where nobody opened it
 * @param sheet the sheet, or null where none was opened
 * @param header how the columns were found, or null where they were not
 * @param headerReport which row was taken for the header and why, and how each column matched;
 *     where the header was refused, which came nearest; null where no sheet was looked at
 * @param anchors the first row's values that the others were compared with, by column
 * @param dayOrders what the cells tell of the order of day and month, by column; of those only that
 *     are read by witness
 * @param rows what became of the rows
 * @param nulls the nulls of the accepted rows, by column and reason
 * @param problems what is wrong: the first of them
 * @param problemCount how many there are in all
 * @param problemsByColumn how many there are, by column and code; those of no column not
 * @param notes what a person should know, though nothing is wrong
 * @param output the file written, or null where none was
 * @param load what was loaded, or null where nothing was
 * @param files what was written beside the output, for people and programs
 * @param millis milliseconds by step
 */
public record IngestReport(
    String run,
    String pipeline,
    Outcome outcome,
    String file,
    String key,
    @Nullable String version,
    Instant startedAt,
    @Nullable Input input,
    @Nullable String sheet,
    @Nullable HeaderMatch header,
    @Nullable HeaderReport headerReport,
    Map<String, Object> anchors,
    Map<String, DayOrderFinding> dayOrders,
    RowCounts rows,
    Map<String, Map<NullReason, Long>> nulls,
    List<Problem> problems,
    long problemCount,
    Map<String, Map<ProblemCode, Long>> problemsByColumn,
    List<Note> notes,
    @Nullable Output output,
    @Nullable Load load,
    List<RunFile> files,
    Map<String, Long> millis) {

  /** How a run ended. */
  public enum Outcome {
    /** The rows stand in the table. */
    LOADED("loaded"),
    /** The same upload, or the same rows, stood in the table; nothing was touched. */
    ALREADY_LOADED("already loaded"),
    /** A newer version of the same object was loaded before; nothing was touched. */
    SUPERSEDED("superseded"),
    /** The load was rolled back, as was asked; it is known what it would have done. */
    PREVIEWED("previewed"),
    /** The output is written; nothing was to be loaded. */
    CONVERTED("converted"),
    /** The file has problems; nothing was loaded and nothing deleted. */
    REFUSED("refused");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** Returns the word in reports. */
    public String label() {
      return label;
    }
  }

  /**
   * The workbook as it came in.
   *
   * @param bytes its size
   */
  public record Input(long bytes) {}

  /**
   * The file that was written.
   *
   * @param location where, for people: a URI or a path
   */
  public record Output(String location, long rows, long bytes) {}

  /** The load that was committed, or found unnecessary, or rolled back, as the outcome says. */
  public record Load(String table, ReplaceScope scope, LoadResult result) {}

  /**
   * A file about the run.
   *
   * @param name what it is: {@code rejects.jsonl}, {@code annotated.xlsx}
   * @param location where, for people: a URI or a path
   */
  public record RunFile(String name, String location) {}

  /** Returns this report with one more file. */
  public IngestReport withFile(RunFile file) {
    List<RunFile> more = new ArrayList<>(files);
    more.add(file);
    return with(notes, more);
  }

  /** Returns this report with one more note. */
  public IngestReport withNote(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return with(more, files);
  }

  /** Returns the sentences of the notes. */
  public List<String> warnings() {
    List<String> sentences = new ArrayList<>();
    for (Note note : notes) {
      sentences.add(note.message());
    }
    return List.copyOf(sentences);
  }

  private IngestReport with(List<Note> otherNotes, List<RunFile> otherFiles) {
    return new IngestReport(
        run,
        pipeline,
        outcome,
        file,
        key,
        version,
        startedAt,
        input,
        sheet,
        header,
        headerReport,
        anchors,
        dayOrders,
        rows,
        nulls,
        problems,
        problemCount,
        problemsByColumn,
        List.copyOf(otherNotes),
        output,
        load,
        List.copyOf(otherFiles),
        millis);
  }
}
