package dev.ingest.annotate;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.part.ZipDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A copy of an upload with its bad cells marked. An .xlsx is copied part by part: what has no mark
 * keeps its bytes. Of a sheet that is too large, and of any other format, the copy is a new .xlsx
 * with the header and the rows with problems. The marks of an earlier round are taken away first.
 * Not thread-safe.
 */
public final class AnnotatedWorkbook implements AutoCloseable {

  private static final String MACROS = "macroEnabled";

  private final ZipDirectory zip;
  private final PackageEdit parts;
  private final String partial;

  private AnnotatedWorkbook(ZipDirectory zip, PackageEdit parts, String partial) {
    this.zip = zip;
    this.parts = parts;
    this.partial = partial;
  }

  /**
   * Prepares a copy.
   *
   * @param source can be opened more than once
   * @param options how it was read
   * @throws WorkbookException if it cannot be read, or is encrypted: the copy would not be
   */
  public static AnnotatedWorkbook of(
      WorkbookSource source,
      ReadOptions options,
      Marks marks,
      Round round,
      AnnotationLimits limits) {
    try (Workbook workbook = Workbook.open(source, options)) {
      if (isEncrypted(source, options)) {
        throw new WorkbookException(
            WorkbookException.Reason.UNSUPPORTED,
            source.name()
                + ": expected a workbook without a password to annotate, found an encrypted one;"
                + " its copy would be readable by all");
      }
      if (round.pending()) {
        EarlierRound.of(workbook).ifPresent(earlier -> marks.alsoRows(earlier.rows()));
      }
      String partial =
          workbook.kind() == FileKind.XLSX ? "" : "the upload is " + workbook.kind().description();
      if (partial.isEmpty()) {
        try {
          return whole(source, options, marks, round, limits);
        } catch (UnfitPartException unfit) {
          partial = String.valueOf(unfit.getMessage());
        }
      }
      return part(BadRows.read(workbook, marks, round), options, marks, round, partial);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isEncrypted(WorkbookSource source, ReadOptions options)
      throws IOException {
    try (WorkbookBytes bytes = source.open()) {
      return options.password().isPresent() && FileKind.sniff(bytes) == FileKind.OLE2;
    }
  }

  private static AnnotatedWorkbook whole(
      WorkbookSource source, ReadOptions options, Marks marks, Round round, AnnotationLimits limits)
      throws IOException {
    return open(source, options, new Edit(marks, round, limits, ""));
  }

  private static AnnotatedWorkbook part(
      BadRows rows, ReadOptions options, Marks marks, Round round, String why) throws IOException {
    WorkbookSource source = WorkbookSource.of("annotated.xlsx", rows.bytes());
    AnnotationLimits any = new AnnotationLimits(Long.MAX_VALUE, Integer.MAX_VALUE);
    return open(source, options, new Edit(rows.move(marks), rows.move(round), any, why));
  }

  private record Edit(Marks marks, Round round, AnnotationLimits limits, String partial) {}

  private static AnnotatedWorkbook open(WorkbookSource source, ReadOptions options, Edit edit)
      throws IOException {
    WorkbookBytes bytes = source.open();
    ZipDirectory zip = ZipDirectory.read(source.name(), bytes, options.limits());
    try {
      PackageEdit parts = new PackageEdit(zip, bytes);
      WholeWorkbook whole =
          new WholeWorkbook(parts, edit.marks, edit.round, edit.partial, edit.limits);
      whole.edit(() -> others(source, options, edit));
      return new AnnotatedWorkbook(zip, parts, edit.partial);
    } catch (RuntimeException failure) {
      zip.close();
      throw failure;
    }
  }

  /** Returns what tells, when the copy comes back, that its rows without marks are the same. */
  private static String others(WorkbookSource source, ReadOptions options, Edit edit) {
    Round round = edit.round;
    try (Workbook workbook = Workbook.open(source, options)) {
      Sheet sheet = BadRows.sheet(workbook, round.sheet());
      return OtherRows.fingerprint(sheet, round.headerRow(), round.columns(), edit.marks.rows());
    }
  }

  /** Returns the extension that the copy's name must have: a macro workbook's is its own. */
  public String extension() {
    String workbook =
        Links.of(parts, "").byKind("officeDocument").map(Links.Link::target).orElse("");
    String type = new ContentTypes(parts).of(workbook);
    boolean template = type != null && type.toLowerCase(Locale.ROOT).contains("template");
    boolean macros = type != null && type.contains(MACROS);
    return (template ? "xlt" : "xls") + (macros ? "m" : "x");
  }

  /** Returns why the copy holds the rows with problems only; empty if it holds all of them. */
  public Optional<String> partial() {
    return partial.isEmpty() ? Optional.empty() : Optional.of(partial);
  }

  /** Writes the copy; the stream is left open. */
  public void writeTo(OutputStream out) throws IOException {
    parts.writeTo(out);
  }

  @Override
  public void close() {
    zip.close();
  }
}
