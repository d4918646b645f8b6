package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Named ranges and expressions: OpenDocument 1.3 part 3, 9.4.11 to 9.4.13. */
final class NamedExpressions {

  private NamedExpressions() {}

  /** Reads to the end of the element just started and adds what it holds. */
  static void read(XmlReader xml, Optional<String> scope, List<DefinedName> into) {
    Event event = xml.next();
    while (event != Event.END) {
      if (event == Event.START) {
        if (xml.starts(Odf.TABLE, "named-range")) {
          String address = required(xml, xml.attribute(Odf.TABLE, "cell-range-address"));
          Optional<CellRange> range = RangeAddress.parse(address);
          into.add(new DefinedName(name(xml), scope, address, range));
        } else if (xml.starts(Odf.TABLE, "named-expression")) {
          String expression = required(xml, xml.attribute(Odf.TABLE, "expression"));
          into.add(new DefinedName(name(xml), scope, expression, Optional.empty()));
        }
        xml.skip();
      }
      event = xml.next();
    }
  }

  private static String name(XmlReader xml) {
    return required(xml, xml.attribute(Odf.TABLE, "name"));
  }

  private static String required(XmlReader xml, @Nullable String value) {
    if (value == null) {
      throw Damage.at(xml.where(), "expected a name and what it stands for, found one of them");
    }
    return value;
  }
}
