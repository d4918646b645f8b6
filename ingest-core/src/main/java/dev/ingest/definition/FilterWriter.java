package dev.ingest.definition;

import dev.ingest.row.AnchorRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRange;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a filter as {@link FilterReader} reads it. */
final class FilterWriter {

  private FilterWriter() {}

  /** Returns the filter's section; empty where it is code, which no file can hold. */
  static Optional<SectionText> write(RowFilter<?> filter) {
    SectionText section = new SectionText();
    if (filter instanceof RowFilter.SameAsFirst<?> same) {
      return Optional.of(sameAsFirst(section, same));
    }
    if (filter instanceof RowFilter.SameAsKey<?> same) {
      SectionText key = new SectionText().text("column", same.column()).text("part", same.part());
      return Optional.of(section.with("sameAsKey", key.flow()));
    }
    section.text("name", filter.name());
    if (filter instanceof RowFilter.SameAs<?> same) {
      SectionText text = new SectionText().text("column", same.column()).text("text", same.text());
      return Optional.of(section.with("sameAs", text.flow()));
    }
    if (filter instanceof RowFilter.In<?> in) {
      SectionText values = new SectionText().text("column", in.column()).with("in", values(in));
      return Optional.of(section.with(in.kept() ? "keep" : "drop", values.flow()));
    }
    if (filter instanceof RowFilter.Rows<?> rows && rows.numbers() instanceof RowRange range) {
      SectionText numbers = new SectionText().with("from", Integer.toString(range.first()));
      numbers.with("to", Integer.toString(range.last()));
      return Optional.of(section.with("rows", numbers.flow()));
    }
    return Optional.empty();
  }

  private static SectionText sameAsFirst(SectionText section, RowFilter.SameAsFirst<?> same) {
    if (same.anchor() == AnchorRow.FIRST) {
      return section.text("sameAsFirst", same.column());
    }
    SectionText anchored = new SectionText().text("column", same.column());
    anchored.with("anchor", Words.of(same.anchor(), FilterReader.ANCHORS));
    return section.with("sameAsFirst", anchored.flow());
  }

  private static String values(RowFilter.In<?> in) {
    return in.values().stream()
        .map(value -> SectionText.value(value.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
