package dev.ingest.definition;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.naming.NearMiss;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.workbook.ExcelError;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says to a column's builder what its section says, one for one: the names are the builder's. */
final class ColumnReader {

  static final Map<String, CellErrorPolicy> POLICIES =
      new Words<CellErrorPolicy>()
          .with("null", CellErrorPolicy.NULL)
          .with("reject", CellErrorPolicy.REJECT)
          .with("failFile", CellErrorPolicy.FAIL_FILE)
          .all();

  static final Map<String, DayOrder> ORDERS =
      new Words<DayOrder>()
          .with("dayFirst", DayOrder.DAY_FIRST)
          .with("monthFirst", DayOrder.MONTH_FIRST)
          .with("byWitness", DayOrder.BY_WITNESS)
          .all();

  static final Map<String, RoundingMode> ROUNDINGS =
      new Words<RoundingMode>()
          .with("refuse", RoundingMode.UNNECESSARY)
          .with("halfEven", RoundingMode.HALF_EVEN)
          .with("halfUp", RoundingMode.HALF_UP)
          .with("halfDown", RoundingMode.HALF_DOWN)
          .with("up", RoundingMode.UP)
          .with("down", RoundingMode.DOWN)
          .with("ceiling", RoundingMode.CEILING)
          .with("floor", RoundingMode.FLOOR)
          .all();

  private static final List<String> ERRORS =
      Arrays.stream(ExcelError.values()).map(ExcelError::code).toList();

  private final Fields fields;

  ColumnReader(Fields fields) {
    this.fields = fields;
  }

  /** Describes the column; what cannot be read is noted and left out. */
  <T> ColumnBuilder<T> describe(ColumnBuilder<T> column) {
    place(column);
    nulls(column);
    dates(column);
    numbers(column);
    fields.with("booleansAsText", value -> booleans(value, column));
    fields.with("maxLength", value -> length(value, column, LengthUnit.CHARACTERS));
    fields.with("maxBytes", value -> length(value, column, LengthUnit.UTF8_BYTES));
    values(column);
    fields.flag("fillMerged", column::fillMerged);
    fields.flag("sensitive", column::sensitive);
    if (fields.get("maxLength") != null && fields.get("maxBytes") != null) {
      fields.mistake("maxBytes", "expected maxLength or maxBytes, found both");
    }
    return column;
  }

  private void values(ColumnBuilder<?> column) {
    fields.text("atLeast", column::atLeastText);
    fields.text("atMost", column::atMostText);
    fields.text("matches", column::matches);
    fields.with(
        "oneOf",
        value -> {
          String[] texts = array(value);
          if (texts.length > 0) {
            column.oneOf(texts);
          }
        });
  }

  private void place(ColumnBuilder<?> column) {
    fields.text("header", column::header);
    fields.with("aliases", value -> column.aliases(array(value)));
    fields.text("at", column::at);
  }

  private void nulls(ColumnBuilder<?> column) {
    fields.flag("nullable", column::nullable);
    fields.flag("lenient", column::lenient);
    fields.with("nullTokens", value -> column.nullTokens(array(value)));
    fields.with("onError", value -> errors(value, column));
  }

  private static void errors(Value value, ColumnBuilder<?> column) {
    Fields errors = value.fields();
    if (errors == null) {
      return;
    }
    for (String name : errors.names()) {
      errors.with(
          name,
          policy -> {
            ExcelError error = ExcelError.of(name).orElse(null);
            CellErrorPolicy then = policy.oneOf(POLICIES);
            if (error == null) {
              policy.mistake(
                  "expected an error value such as \"#N/A\", found \"%s\"%s"
                      .formatted(name, NearMiss.of(name, ERRORS).map(Value::meant).orElse("")));
            } else if (then != null) {
              column.onError(error, then);
            }
          });
    }
  }

  private void dates(ColumnBuilder<?> column) {
    fields.with("datesAsText", value -> datesAsText(value, column));
    fields.with(
        "numericDates",
        value -> {
          DayOrder order = value.oneOf(ORDERS);
          if (order != null) {
            column.numericDates(order);
          }
        });
    fields.flag("truncateTime", column::truncateTime);
    fields.with(
        "zone",
        value -> {
          ZoneId zone = value.made(ColumnReader::zone);
          column.zone(zone == null ? ZoneOffset.UTC : zone); // one mistake is told, not two
        });
  }

  private static void datesAsText(Value value, ColumnBuilder<?> column) {
    Fields dates = value.isSection() ? value.fields() : null;
    if (dates == null) {
      column.datesAsText(array(value));
      return;
    }
    Value patterns = dates.required("patterns");
    Value tag = dates.get("locale");
    dates.end();
    Locale locale = tag == null ? Locale.ROOT : tag.made(LocaleTag::parse);
    if (patterns != null) {
      column.datesAsText(locale == null ? Locale.ROOT : locale, array(patterns));
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

  private void numbers(ColumnBuilder<?> column) {
    fields.with("numbersAsText", value -> numbersAsText(value, column));
    fields.with("decimal", value -> decimal(value, column));
  }

  private static void numbersAsText(Value value, ColumnBuilder<?> column) {
    Fields numbers = value.isSection() ? value.fields() : null;
    Value tag = numbers == null ? value : numbers.required("locale");
    Locale locale = tag == null ? null : tag.made(LocaleTag::parse);
    NumberPattern plain = NumberPattern.of(locale == null ? Locale.ROOT : locale);
    column.numbersAsText(plain);
    if (numbers != null) {
      Value percent = numbers.get("percent");
      Value currency = numbers.get("currency");
      numbers.end();
      boolean percents = percent != null && percent.flag();
      if (percents && currency != null) {
        currency.mistake("expected percentages or amounts, found both; take one of them away");
      } else if (percents) {
        column.numbersAsText(plain.percent());
      } else if (currency != null) {
        amounts(currency, plain, column);
      }
    }
  }

  private static void amounts(Value code, NumberPattern plain, ColumnBuilder<?> column) {
    NumberPattern amounts = code.made(plain::currency);
    if (amounts != null) {
      column.numbersAsText(amounts);
    }
  }

  private static void decimal(Value value, ColumnBuilder<?> column) {
    Fields decimal = value.fields();
    if (decimal == null) {
      return;
    }
    Value precision = decimal.required("precision");
    Value scale = decimal.required("scale");
    Value rounding = decimal.get("rounding");
    decimal.end();
    Long digits = precision == null ? null : precision.whole(1, Integer.MAX_VALUE);
    Long behind = scale == null ? null : scale.whole(0, Integer.MAX_VALUE);
    RoundingMode mode = rounding == null ? RoundingMode.UNNECESSARY : rounding.oneOf(ROUNDINGS);
    if (digits != null && behind != null && mode != null) {
      try {
        column.decimal(new DecimalSize(digits.intValue(), behind.intValue(), mode));
      } catch (IllegalArgumentException odd) {
        value.mistake(String.valueOf(odd.getMessage()));
      }
    }
  }

  private static void booleans(Value value, ColumnBuilder<?> column) {
    Fields texts = value.fields();
    if (texts == null) {
      return;
    }
    Value yes = texts.required("yes");
    Value no = texts.required("no");
    texts.end();
    if (yes != null && no != null) {
      column.booleansAsText(yes.texts(), no.texts());
    }
  }

  private static void length(Value value, ColumnBuilder<?> column, LengthUnit unit) {
    Long most = value.whole(1, Integer.MAX_VALUE);
    if (most != null) {
      column.maxLength(most.intValue(), unit);
    }
  }

  private static String[] array(Value value) {
    return value.texts().toArray(String[]::new);
  }
}
