package dev.ingest.annotate;

import dev.ingest.annotate.Links.Link;
import dev.ingest.annotate.SheetEdit.NotesReference;
import dev.ingest.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Marks a whole .xlsx: only the parts that say where the marks are become others. */
final class WholeWorkbook {

  private static final String NAME = "Problems";
  private static final String OFFICE = "officeDocument";

  private static final String NO_STYLES =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <styleSheet xmlns="SPACE"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>""";

  private final PackageEdit parts;
  private final Marks marks;
  private final Round round;
  private final String partial;
  private final AnnotationLimits limits;
  private final WorkbookText workbook;
  private final Links links;
  private final String types;
  private final ContentTypes contents;
  private final String stylesPart;
  private final CellStyles styles;

  /**
   * Opens a package.
   *
   * @param partial why the package holds the bad rows only, empty if it holds all
   */
  WholeWorkbook(
      PackageEdit parts, Marks marks, Round round, String partial, AnnotationLimits limits) {
    this.parts = parts;
    this.marks = marks;
    this.round = round;
    this.partial = partial;
    this.limits = limits;
    Link start =
        Links.of(parts, "")
            .byKind(OFFICE)
            .orElseThrow(() -> new UnfitPartException("a relationship to the workbook expected"));
    this.types = start.type().substring(0, start.type().length() - OFFICE.length());
    this.workbook = new WorkbookText(parts, start.target());
    this.links = Links.of(parts, start.target());
    this.contents = new ContentTypes(parts);
    this.stylesPart = links.byKind("styles").map(Link::target).orElseGet(this::newStyles);
    this.styles = new CellStyles(parts.text(stylesPart), workbook.coveredFills());
  }

  private String newStyles() {
    String part = parts.freeName("xl/ingestStyles%s.xml");
    parts.put(part, NO_STYLES.replace("SPACE", workbook.space()));
    links.add(types + "styles", part);
    contents.add(part, ContentTypes.STYLES);
    return part;
  }

  /**
   * Makes all changes.
   *
   * @param others is asked for the {@link OtherRows} where they were taken
   */
  void edit(Supplier<String> others) {
    removeEarlier();
    boolean restores = styles.hasMarks();
    String target = target();
    for (Link link : links.all()) {
      if (link.is("worksheet") && (link.target().equals(target) || restores)) {
        sheet(link.target(), link.target().equals(target), restores);
      }
    }
    if (!marks.all().isEmpty()) {
      addProblems();
      if (round.taken()) {
        workbook.addName(EarlierRound.OTHERS, '"' + others.get() + '"');
      }
    }
    parts.put(stylesPart, styles.part());
    workbook.write();
  }

  private String target() {
    return workbook
        .relationship(round.sheet())
        .flatMap(links::byId)
        .map(Link::target)
        .orElseThrow(() -> new UnfitPartException("a part of the sheet expected, found none"));
  }

  private void removeEarlier() {
    workbook
        .problemsSheet()
        .filter(name -> !name.equalsIgnoreCase(round.sheet()))
        .flatMap(workbook::relationship)
        .flatMap(links::byId)
        .ifPresent(
            link -> {
              workbook.removeSheet(workbook.problemsSheet().orElseThrow());
              links.remove(link.id());
              contents.remove(link.target());
              Links own = Links.of(parts, link.target());
              parts.remove(link.target());
              parts.remove(own.part());
            });
    workbook.removeNames();
  }

  private void sheet(String part, boolean isTarget, boolean restores) {
    if (parts.size(part) > limits.sheetBytes()) {
      throw new UnfitPartException(
          "a sheet of at most %s bytes is copied whole, and this one has %s"
              .formatted(grouped(limits.sheetBytes()), grouped(parts.size(part))));
    }
    NavigableMap<Integer, NavigableMap<Integer, List<Problem>>> cells =
        isTarget ? marks.cells() : new TreeMap<>();
    NotesReference asIs = new NotesReference(true, null, workbook.isStrict());
    SheetEdit trial = new SheetEdit(cells, styles, restores, asIs);
    copy(trial, part, Writer.nullWriter()); // to know all styles before any part is written
    SheetNotes notes = new SheetNotes(parts, workbook, types, part, trial.notesId());
    NotesReference reference = notes.update(cells);
    parts.put(
        part, out -> copy(new SheetEdit(cells, styles, restores, reference), part, writer(out)));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 << 10);
  }

  private void copy(SheetEdit edit, String part, Writer out) {
    try (Reader reader = parts.reader(part)) {
      edit.copy(reader, out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void addProblems() {
    String name = workbook.freeName(NAME);
    String part = parts.freeName("xl/worksheets/ingestProblems%s.xml");
    parts.put(part, ProblemsSheet.of(marks, styles, workbook.space(), advice()));
    workbook.addSheet(name, links.add(types + "worksheet", part));
    contents.add(part, ContentTypes.SHEET);
    workbook.addName(EarlierRound.PROBLEMS, "'" + name + "'!$A$1");
    workbook.addName(EarlierRound.TAKEN, round.taken() ? "1" : "0");
    workbook.addName(EarlierRound.PARTIAL, partial.isEmpty() ? "0" : "1");
    styles
        .covered()
        .formulas()
        .forEach((number, fill) -> workbook.addName(EarlierRound.FILL + number, fill));
    BitSet rows = marks.rows();
    rows.clear(0, round.headerRow() + 1);
    List<String> formulas = RowNames.formulas(round.sheet(), rows);
    for (int i = 0; i < formulas.size(); i++) {
      workbook.addName(EarlierRound.ROWS + (i + 1), formulas.get(i));
    }
  }

  private String advice() {
    return partial.isEmpty()
        ? "Correct the marked cells and send this workbook again as it is: the marks and this sheet are passed over."
        : "This workbook holds the header"
            + (round.anchored() ? ", the first row" : "")
            + " and the rows with problems only, since "
            + partial
            + ". Correct the marked cells and send it as it is, to be taken with --only-corrected.";
  }
}
