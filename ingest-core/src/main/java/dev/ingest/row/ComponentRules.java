package dev.ingest.row;

import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.NumberPattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says to a column's builder what the annotations of a component say, one for one. */
final class ComponentRules {

  private final RecordComponent component;
  private final ComponentAnnotations annotations;
  private final ColumnBuilder<?> column;

  ComponentRules(
      RecordComponent component, ComponentAnnotations annotations, ColumnBuilder<?> column) {
    this.component = component;
    this.annotations = annotations;
    this.column = column;
  }

  /**
   * Asks for values only where there are any: each of those questions is a lambda, which takes a
   * millisecond to link at a start.
   */
  void add() {
    flags();
    if (annotations.mayHaveValues(component)) {
      values();
    }
  }

  private void values() {
    Column found = annotations.get(component, Column.class);
    if (found != null) {
      place(found);
    }
    OnCellError[] errors = annotations.all(component, OnCellError.class, OnCellError.List.class);
    for (OnCellError policy : errors) {
      Arrays.stream(policy.value()).forEach(error -> column.onError(error, policy.then()));
    }
    with(NullTokens.class, "nullTokens", tokens -> column.nullTokens(tokens.value()));
    with(DatesAsText.class, "datesAsText", this::dates);
    with(NumericDates.class, "numericDates", order -> column.numericDates(order.value()));
    with(NumbersAsText.class, "numbersAsText", this::numbers);
    with(
        BooleansAsText.class,
        "booleansAsText",
        texts -> column.booleansAsText(List.of(texts.yes()), List.of(texts.no())));
    with(
        Decimal.class,
        "decimal",
        size -> column.decimal(new DecimalSize(size.precision(), size.scale(), size.rounding())));
    with(MaxLength.class, "maxLength", max -> column.maxLength(max.value(), max.unit()));
    with(AtLeast.class, "atLeast", least -> column.atLeastText(least.value()));
    with(AtMost.class, "atMost", most -> column.atMostText(most.value()));
    with(Matches.class, "matches", matches -> column.matches(matches.value()));
    with(OneOf.class, "oneOf", texts -> column.oneOf(texts.value()));
    with(Zone.class, "zone", zone -> column.zone(zone(zone.value())));
  }

  private void flags() {
    if (annotations.has(component, Lenient.class)) {
      column.lenient();
    }
    if (annotations.has(component, FillMerged.class)) {
      column.fillMerged();
    }
    if (annotations.has(component, Sensitive.class)) {
      column.sensitive();
    }
    if (annotations.has(component, TruncateTime.class)) {
      column.truncateTime();
    }
  }

  private void place(Column found) {
    if (!found.header().isEmpty()) {
      column.header(found.header());
    }
    if (!found.at().isEmpty()) {
      column.at(found.at());
    }
    column.aliases(found.aliases());
  }

  private void dates(DatesAsText dates) {
    Locale language = dates.locale().isEmpty() ? Locale.ROOT : locale(dates.locale());
    column.datesAsText(language, dates.value());
  }

  private void numbers(NumbersAsText numbers) {
    if (numbers.percent() && !numbers.currency().isEmpty()) {
      throw new IllegalArgumentException(
          "expected percentages or amounts, found both; take one of them away");
    }
    NumberPattern pattern = NumberPattern.of(locale(numbers.locale()));
    if (numbers.percent()) {
      pattern = pattern.percent();
    }
    column.numbersAsText(
        numbers.currency().isEmpty() ? pattern : pattern.currency(numbers.currency()));
  }

  /** A tag that is none would be taken for the locale of nowhere. */
  private static Locale locale(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException none) {
      throw new IllegalArgumentException(
          "expected a language tag such as de-DE, found \"" + tag + "\"", none);
    }
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(
          "expected a zone such as Europe/Berlin, found \"" + id + "\"", none);
    }
  }

  /** An annotation whose values make no sense is a mistake like any other. */
  private <A extends Annotation> void with(Class<A> type, String attribute, Consumer<A> said) {
    @Nullable A annotation = annotations.get(component, type);
    try {
      if (annotation != null) {
        said.accept(annotation);
      }
    } catch (IllegalArgumentException odd) {
      column.mistake(attribute, String.valueOf(odd.getMessage()));
    }
  }
}
