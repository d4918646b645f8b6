package dev.ingest.proposal;

import dev.ingest.naming.YamlScalar;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;

/**
 * Which sheet or range a proposal is for, and how it is said.
 *
 * @param name the sheet's
 * @param yaml the line of a pipeline file; empty for the default, the only visible sheet
 * @param java the selector
 * @param evidence why it was taken
 */
public record ProposedSheet(String name, String yaml, String java, String evidence) {

  /** The only visible one. It is named, but for a text file's, whose name is that of the file. */
  static ProposedSheet visible(Workbook workbook, Sheet sheet) {
    String name = sheet.name();
    if (workbook.kind() == FileKind.TEXT) {
      return new ProposedSheet(name, "", "SheetSelector.onlyVisible()", "");
    }
    long alike =
        workbook.sheets().stream().filter(other -> other.name().equalsIgnoreCase(name)).count();
    String evidence = "the only visible sheet";
    return alike == 1
        ? new ProposedSheet(
            name,
            "sheet: { named: " + YamlScalar.of(name) + " }",
            "SheetSelector.named(" + Quoted.java(name) + ")",
            evidence)
        : new ProposedSheet(
            name,
            "sheet: { position: " + sheet.position() + " }",
            "SheetSelector.at(" + sheet.position() + ")",
            evidence + "; others have its name");
  }

  /** One that was asked for, by a text as {@code SheetSelector.parse} reads it. */
  static ProposedSheet asked(Sheet sheet, String which) {
    return new ProposedSheet(
        sheet.name(),
        "sheet: " + YamlScalar.quoted(which),
        "SheetSelector.parse(" + Quoted.java(which) + ")",
        "as it was asked for");
  }
}
