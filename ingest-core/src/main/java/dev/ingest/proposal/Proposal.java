package dev.ingest.proposal;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline that is proposed for a workbook, from all of its cells. What stands in it is what
 * these cells need to be loaded: types, and words that relax something. What would ask more of
 * later files than their types do, such as lengths and digits as seen, is proposed in comments
 * only. Each line carries its evidence: counts, and the addresses of cells. Of the cells' content
 * no more is shown than words for absence, words for TRUE and FALSE, and small sets of short texts;
 * none of the sets where the header reads like something sensitive. Immutable.
 *
 * @param name of the pipeline
 * @param table that a load would append to
 * @param file the workbook's name
 * @param sheet the sheet or range
 * @param header its row, counted from 1
 * @param headerIsDeclared whether a search would stop at a row above it
 * @param rows how many rows hold something under the header
 * @param columns the columns, from the left
 * @param limits what could be asked of the table beside; in comments only
 * @param remarks what else there is to say
 */
public record Proposal(
    String name,
    String table,
    String file,
    ProposedSheet sheet,
    int header,
    boolean headerIsDeclared,
    long rows,
    List<ProposedColumn> columns,
    List<ProposedRule> limits,
    List<String> remarks) {

  /** Keeps its own copies. */
  public Proposal {
    columns = List.copyOf(columns);
    limits = List.copyOf(limits);
    remarks = List.copyOf(remarks);
  }

  /**
   * Looks at the only visible sheet of a workbook, all of it, once.
   *
   * @throws dev.ingest.workbook.WorkbookException if there is no such sheet, or it cannot be read
   * @throws RefusedFileException if it has no header that could be told from its rows
   */
  public static Proposal of(Workbook workbook) {
    Sheet sheet = workbook.sheet(SheetSelector.onlyVisible());
    return of(workbook, sheet, ProposedSheet.visible(workbook, sheet));
  }

  /**
   * Looks at a sheet, a range, a table or a named range, see {@link SheetSelector#parse}.
   *
   * @throws dev.ingest.workbook.WorkbookException if there is no such thing, or it cannot be read
   * @throws RefusedFileException if it has no header that could be told from its rows
   */
  public static Proposal of(Workbook workbook, String which) {
    Sheet sheet = workbook.sheet(SheetSelector.parse(which));
    return of(workbook, sheet, ProposedSheet.asked(sheet, which));
  }

  private static Proposal of(Workbook workbook, Sheet read, ProposedSheet sheet) {
    TableHeader header = TableHeader.find(read).orElseThrow(() -> noHeader(sheet));
    SheetSurvey survey = SheetSurvey.of(read, header);
    boolean allText = workbook.kind() == FileKind.TEXT;
    ColumnNames names = new ColumnNames();
    List<ProposedColumn> columns = new ArrayList<>();
    for (ColumnSurvey column : survey.columns()) {
      String name = names.of(column.header(), column.place().letters());
      columns.add(new ColumnJudgement(column, survey.rows(), allText).propose(name));
    }
    TableRemarks remarks = new TableRemarks(survey, columns);
    String name = TableNames.ofFile(workbook.name());
    return new Proposal(
        name,
        name,
        workbook.name(),
        sheet,
        header.row(),
        header.aboveHasAll(),
        survey.rows(),
        columns,
        remarks.limits(),
        remarks.all());
  }

  private static RefusedFileException noHeader(ProposedSheet sheet) {
    return new RefusedFileException(
        List.of(
            new Problem(
                ProblemCode.HEADER_MISSING,
                null,
                "",
                "",
                "",
                "%s: expected a header, which is a row of different texts above other rows, among the first %s rows, found none"
                    .formatted(sheet.name(), TableHeader.ROWS),
                "name the range of the table, or write the file by hand")));
  }

  /**
   * Returns this proposal under another name, and for a table of that name.
   *
   * @throws IllegalArgumentException if it has neither letters nor digits
   */
  public Proposal named(String other) {
    return new Proposal(
        TableNames.checked(other),
        TableNames.ofName(other),
        file,
        sheet,
        header,
        headerIsDeclared,
        rows,
        columns,
        limits,
        remarks);
  }

  /** Returns how many cells do not fit what is proposed; the rows of each would be rejected. */
  public long misfits() {
    return columns.stream().mapToLong(ProposedColumn::misfits).sum();
  }

  /** Returns the pipeline file, which {@code PipelineFile} reads. */
  public String yaml() {
    return new PipelineText(this).text();
  }

  /**
   * Returns the source of a record with annotations and a pipeline of it; its schema is that of the
   * file.
   *
   * @throws IllegalArgumentException if there are more columns than a record has components
   */
  public String java() {
    return new RecordText(this).text();
  }
}
