package dev.ingest.definition;

import dev.ingest.load.LoadGuards;
import dev.ingest.naming.NearMiss;
import dev.ingest.naming.YamlScalar;
import dev.ingest.row.RowSchema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads and writes what a load must not do to its table. */
final class GuardsReader {

  /** Stands for the columns that are not named. */
  private static final String OTHERS = "*";

  private GuardsReader() {}

  /** Returns the guards; what is not said is not guarded. */
  static LoadGuards read(Value value) {
    LoadGuards guards = LoadGuards.none();
    Fields fields = value.fields();
    if (fields == null) {
      return guards;
    }
    Value rows = fields.get("minRows");
    Value shrink = fields.get("maxShrink");
    Value nulls = fields.get("maxNullShare");
    fields.end();
    Long fewest = rows == null ? null : rows.whole(0, Long.MAX_VALUE);
    guards = fewest == null ? guards : guards.withMinRows(fewest);
    Double most = share(shrink);
    guards = most == null ? guards : guards.withMaxShrink(most);
    return nulls == null ? guards : nulls(nulls, guards);
  }

  private static LoadGuards nulls(Value value, LoadGuards guards) {
    Fields columns = section(value);
    if (columns == null) {
      Double all = share(value);
      return all == null ? guards : guards.withMaxNullShare(all);
    }
    if (columns.names().isEmpty()) {
      value.mistake("expected a share such as 20 % or 0.2, or columns with theirs, found none");
    }
    LoadGuards read = guards;
    for (String column : columns.names()) {
      Double share = share(columns.get(column));
      if (share != null) {
        read =
            column.equals(OTHERS)
                ? read.withMaxNullShare(share)
                : read.withMaxNullShare(column, share);
      }
    }
    return read;
  }

  /** Notes the columns that a schema has not. */
  static void check(@Nullable Value guards, RowSchema<?> schema) {
    Fields fields = section(guards);
    Fields columns = fields == null ? null : section(fields.get("maxNullShare"));
    if (columns == null) {
      return;
    }
    for (String column : columns.names()) {
      if (!column.equals(OTHERS) && !schema.names().contains(column)) {
        columns.mistake(
            column,
            "expected one of the columns %s, found \"%s\"%s"
                .formatted(
                    String.join(", ", schema.names()),
                    column,
                    NearMiss.of(column, schema.names()).map(Value::meant).orElse("")));
      }
    }
  }

  private static @Nullable Fields section(@Nullable Value value) {
    return value != null && value.isSection() ? value.fields() : null;
  }

  private static @Nullable Double share(@Nullable Value value) {
    return value == null ? null : value.made(LoadGuards::share);
  }

  /** Returns the section that declares guards; it is empty where there are none. */
  static SectionText write(LoadGuards guards) {
    SectionText section = new SectionText();
    if (guards.minRows() > 0) {
      section.with("minRows", Long.toString(guards.minRows()));
    }
    if (guards.maxShrink() != null) {
      section.with("maxShrink", number(guards.maxShrink()));
    }
    if (!guards.maxNullShares().isEmpty()) {
      section.with("maxNullShare", nulls(guards).flow());
    } else if (guards.maxNullShare() != null) {
      section.with("maxNullShare", number(guards.maxNullShare()));
    }
    return section;
  }

  private static SectionText nulls(LoadGuards guards) {
    SectionText columns = new SectionText();
    guards
        .maxNullShares()
        .forEach((column, share) -> columns.with(YamlScalar.of(column), number(share)));
    return guards.maxNullShare() == null
        ? columns
        : columns.with(YamlScalar.of(OTHERS), number(guards.maxNullShare()));
  }

  private static String number(double share) {
    return SectionText.value(BigDecimal.valueOf(share).toPlainString());
  }
}
