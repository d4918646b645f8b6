package dev.ingest.proposal;

import dev.ingest.decode.DayOrder;
import dev.ingest.naming.YamlScalar;
import dev.ingest.workbook.ExcelError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule of a column, in both forms.
 *
 * @param yaml as a pipeline file has it: {@code nullable: true}
 * @param java as a record has it: {@code @Nullable}
 * @param imports the classes that the Java form names
 * @param evidence what it was concluded from: counts, and the addresses of cells
 */
public record ProposedRule(String yaml, String java, List<String> imports, String evidence) {

  private static final String ROW = "dev.ingest.row.";
  private static final String DECODE = "dev.ingest.decode.";

  /** Keeps its own copy. */
  public ProposedRule {
    imports = List.copyOf(imports);
  }

  static ProposedRule header(String text, String evidence) {
    return of(
        "header: " + YamlScalar.of(text),
        "@Column(header = " + Quoted.java(text) + ")",
        evidence,
        ROW + "Column");
  }

  static ProposedRule nullable(String evidence) {
    return of("nullable: true", "@Nullable", evidence, "org.jspecify.annotations.Nullable");
  }

  static ProposedRule nullTokens(List<String> tokens, String evidence) {
    return of(
        "nullTokens: " + YamlScalar.of(tokens),
        "@NullTokens(" + Quoted.java(tokens) + ")",
        evidence,
        ROW + "NullTokens");
  }

  static ProposedRule nullOnError(List<ExcelError> errors, String evidence) {
    return of(
        errors.stream()
            .map(error -> YamlScalar.of(error.code()) + ": null")
            .collect(Collectors.joining(", ", "onError: { ", " }")),
        errors.stream()
            .map(error -> "ExcelError." + error.name())
            .collect(
                Collectors.joining(
                    ", ", "@OnCellError(value = {", "}, then = CellErrorPolicy.NULL)")),
        evidence,
        ROW + "OnCellError",
        "dev.ingest.workbook.ExcelError",
        DECODE + "CellErrorPolicy");
  }

  static ProposedRule numbersAsText(String locale, boolean percent, String evidence) {
    return of(
        "numbersAsText: " + (percent ? "{ locale: " + locale + ", percent: true }" : locale),
        "@NumbersAsText(locale = \"" + locale + "\"" + (percent ? ", percent = true)" : ")"),
        evidence,
        ROW + "NumbersAsText");
  }

  static ProposedRule datesAsText(List<String> patterns, String locale, String evidence) {
    String list = YamlScalar.of(patterns);
    return of(
        "datesAsText: "
            + (locale.isEmpty() ? list : "{ patterns: " + list + ", locale: " + locale + " }"),
        locale.isEmpty()
            ? "@DatesAsText(" + Quoted.java(patterns) + ")"
            : "@DatesAsText(value = " + Quoted.java(patterns) + ", locale = \"" + locale + "\")",
        evidence,
        ROW + "DatesAsText");
  }

  static ProposedRule numericDates(DayOrder order, String evidence) {
    return of(
        "numericDates: " + (order == DayOrder.DAY_FIRST ? "dayFirst" : "monthFirst"),
        "@NumericDates(DayOrder." + order.name() + ")",
        evidence,
        ROW + "NumericDates",
        DECODE + "DayOrder");
  }

  static ProposedRule booleansAsText(List<String> yes, List<String> no, String evidence) {
    return of(
        "booleansAsText: { yes: " + YamlScalar.of(yes) + ", no: " + YamlScalar.of(no) + " }",
        "@BooleansAsText(yes = " + Quoted.java(yes) + ", no = " + Quoted.java(no) + ")",
        evidence,
        ROW + "BooleansAsText");
  }

  static ProposedRule decimal(int precision, int scale, String evidence) {
    return of(
        "decimal: { precision: " + precision + ", scale: " + scale + " }",
        "@Decimal(precision = " + precision + ", scale = " + scale + ")",
        evidence,
        ROW + "Decimal");
  }

  static ProposedRule maxLength(int length, String evidence) {
    return of("maxLength: " + length, "@MaxLength(" + length + ")", evidence, ROW + "MaxLength");
  }

  static ProposedRule sensitive(String evidence) {
    return of("sensitive: true", "@Sensitive", evidence, ROW + "Sensitive");
  }

  static ProposedRule lenient(String evidence) {
    return of("lenient: true", "@Lenient", evidence, ROW + "Lenient");
  }

  private static ProposedRule of(String yaml, String java, String evidence, String... imports) {
    return new ProposedRule(yaml, java, List.of(imports), evidence);
  }
}
