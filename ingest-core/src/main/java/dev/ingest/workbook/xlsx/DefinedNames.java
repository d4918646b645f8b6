package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The defined names of a workbook: ECMA-376 Part 1, 18.2.5. They are kept as they stand, and
 * understood when asked for: whoever reads rows only is not refused for a broken one.
 */
final class DefinedNames {

  private record Stored(
      String where, @Nullable String name, @Nullable String sheet, String formula) {}

  private final ReadLimits limits;

  /** All sheets as listed, those without cells too, since that is what names count by. */
  private final List<String> sheets = new ArrayList<>();

  private final List<Stored> stored = new ArrayList<>();

  DefinedNames(ReadLimits limits) {
    this.limits = limits;
  }

  boolean isEmpty() {
    return stored.isEmpty();
  }

  void sheet(String name) {
    sheets.add(name);
  }

  /** Reads the element at whose start the reader stands, to its end. */
  void read(XmlReader xml) {
    if (stored.size() == limits.declarations()) {
      throw ReadLimits.exceeded(xml.where(), "declarations", limits.declarations());
    }
    String name = xml.attribute("name");
    String sheet = xml.attribute("localSheetId");
    stored.add(new Stored(xml.where(), name, sheet, xml.elementText().strip()));
  }

  /**
   * Returns the names in the file's order.
   *
   * @param worksheets the sheets that a range can be on
   */
  List<DefinedName> all(List<String> worksheets) {
    return stored.stream().map(one -> name(one, worksheets)).toList();
  }

  private DefinedName name(Stored one, List<String> worksheets) {
    if (one.name == null) {
      throw Damage.at(one.where, "expected a defined name with a name, found none");
    }
    Optional<CellRange> range =
        CellRange.ofFormula(one.formula).flatMap(found -> onWorksheet(found, worksheets));
    return new DefinedName(
        Escapes.decode(one.name), Optional.ofNullable(scope(one)), one.formula, range);
  }

  private static Optional<CellRange> onWorksheet(CellRange range, List<String> worksheets) {
    return worksheets.stream().filter(range.sheet()::equalsIgnoreCase).findFirst().map(range::on);
  }

  private @Nullable String scope(Stored one) {
    if (one.sheet == null) {
      return null;
    }
    long index = CellReference.digits(one.sheet.strip(), 0);
    if (index < 0 || index >= sheets.size()) {
      throw Damage.at(
          one.where,
          "expected the name %s to belong to one of %s sheets, found the index \"%s\""
              .formatted(Names.shown(one.name + ""), sheets.size(), Names.shown(one.sheet)));
    }
    return sheets.get((int) index);
  }
}
