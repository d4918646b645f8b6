package dev.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** All mistakes of a file are told at once, each with its place, its path and what to try. */
class MistakesTest {

  @Test
  void allMistakesAreToldAtOnce() {
    assertMistakes(
        """
        nmae: sales
        upload: "{Label}.xlsx"
        sheet: data!B9:A1
        header: { row: first, missing: nul, unexpected: 3 }
        hiddenRows: drop
        columns:
          - { name: city, type: txt, nullTokens: [] }
          - { name: amount, type: decimal, decimal: { precision: 2, scale: 4 }, zone: UTC }
          - { name: day, type: date, datesAsText: [dd.MM.yyyy, bb], lenient: yes }
          - { name: share, type: double, onError: { "#NA": null, "#REF!": fail } }
          - { name: note, type: text, maxBytes: 0, headers: x }
          - { type: integer }
          - name: note
            type: text
            numbersAsText: { locale: german, currency: EURO }
        filters:
          - sameAsFirst: dya
          - keep: { column: amount, in: [1, many] }
          - {}
          - rows: { from: 9, to: 2 }
        output: { key: "out/{day}.csv", format: parquet }
        load: { table: "a b;", replacePartition: [day, town] }
        limits: { rows: 0, time: soon, row: 5 }
        """,
        """
        p.yaml:1:1: expected "name", which is not there
        p.yaml:1:1: nmae: expected one of the names name, upload, sheet, header, hiddenRows, columns, rules, filters, output, load, rejects, limits, found "nmae"; did you mean "name"?
        p.yaml:2:9: upload: key pattern: expected parts like {label}, found "{Label}.xlsx"
        p.yaml:3:8: sheet: range: expected a sheet and a range such as data!B3:E200, found "data!B9:A1", a range whose end comes before its start
        p.yaml:4:16: header.row: expected search, none or a row's number, found "first"
        p.yaml:4:32: header.missing: expected one of fail, null, found "nul"; did you mean "null"?
        p.yaml:4:49: header.unexpected: expected one of warn, ignore, fail, found 3
        p.yaml:5:13: hiddenRows: expected one of read, skip, reject, found "drop"
        p.yaml:7:25: columns[0].type: expected one of text, byte, short, integer, long, bigInteger, float, double, decimal, boolean, date, dateTime, time, instant, duration, found "txt"; did you mean "text"?
        p.yaml:7:42: columns[0].nullTokens: expected a list with something in it, found an empty list
        p.yaml:8:45: columns[1].decimal: expected a precision of at least 1 and a scale from 0 to it, found (2, 4)
        p.yaml:8:79: columns[1].zone: expected a type that the rule zone is for, found BigDecimal
        p.yaml:9:43: columns[2].datesAsText: the pattern "bb": expected a pattern of java.time, found: Unknown pattern letter: b
        p.yaml:9:70: columns[2].lenient: expected true or false, found "yes"
        p.yaml:10:52: columns[3].onError.#NA: expected an error value such as "#N/A", found "#NA"; did you mean "#N/A"?
        p.yaml:10:67: columns[3].onError.#REF!: expected one of null, reject, failFile, found "fail"
        p.yaml:11:41: columns[4].maxBytes: expected a whole number from 1 to 2147483647, found 0
        p.yaml:11:44: columns[4].headers: expected one of the names name, type, nullable, sensitive, header, aliases, at, lenient, nullTokens, onError, datesAsText, numericDates, truncateTime, zone, numbersAsText, decimal, booleansAsText, maxLength, maxBytes, atLeast, atMost, matches, oneOf, fillMerged, found "headers"; did you mean "header"?
        p.yaml:12:5: columns[5]: expected "name", which is not there
        p.yaml:13:11: columns[6].name: expected a name of its own for each column, found "note", which is that of columns[4]
        p.yaml:15:20: columns[6].numbersAsText: expected a type that the rule numbersAsText is for, found String
        p.yaml:15:48: columns[6].numbersAsText.currency: expected a currency's code such as EUR, found "EURO"
        p.yaml:17:18: filters[0].sameAsFirst: expected one of the columns city, amount, day, share, note, found "dya"; did you mean "day"?
        p.yaml:18:37: filters[1].keep.in[1]: expected a value of the column's type (BigDecimal), found "many"
        p.yaml:19:5: filters[2]: expected one of sameAsFirst, sameAsKey, sameAs, keep, drop, rows, found none
        p.yaml:20:11: filters[3].rows: expected rows in their order, found from 9 to 2
        p.yaml:21:16: output.key: output key out/{day}.csv: expected parts among [label, file, run], found {day}
        p.yaml:21:41: output.format: expected one of csv, found "parquet"
        p.yaml:22:16: load.table: table: expected a name of up to 63 letters, digits and _ $ -, found "a b;"
        p.yaml:23:17: limits.rows: expected a whole number from 1 on, found 0
        p.yaml:23:26: limits.time: expected a duration such as PT10M, found "soon"
        p.yaml:23:32: limits.row: expected one of the names sourceBytes, spooledMemory, inflatedBytes, partBytes, entries, declarations, sharedStrings, rows, columns, cells, textLength, xmlDepth, time, found "row"; did you mean "rows"?
        """);
  }

  @Test
  void aZoneThatIsNoneIsOneMistake() {
    assertMistakes(
        """
        name: a
        columns:
          - { name: at, type: instant, zone: Berlin }
        load: { table: t, append: true }
        """,
        """
        p.yaml:3:38: columns[0].zone: expected a zone such as Europe/Berlin, found "Berlin"
        """);
  }

  @Test
  void sectionsThatContradictEachOtherAreToldBesideTheRest() {
    assertMistakes(
        """
        name: a
        header: { row: none }
        columns:
          - { name: b, type: text }
          - { name: x, type: instant, nullable: true }
        output: { key: a }
        load: { table: t, replacePartition: x }
        """,
        """
        p.yaml:4:5: columns[0]: expected "at", since there is no header, found none
        p.yaml:5:5: columns[1]: expected a zone, found none; a cell's time has no zone of its own
        p.yaml:5:5: columns[1]: expected "at", since there is no header, found none
        p.yaml:6:16: output.key: output key a: expected the part {run}, since no two loads may share an object
        p.yaml:7:37: load.replacePartition: replacePartition: expected columns that are never null, found "x"
        """);
  }

  /**
   * Whatever else is wrong with the columns: the first and the third have mistakes of their own.
   */
  @Test
  void columnsThatClaimTheSameAreToldWithTheirPlaces() {
    assertMistakes(
        """
        name: a
        columns:
          - { name: city, type: text, header: City, zone: UTC }
          - { name: size, type: integer, aliases: [Extent, " CITY "] }
          - { name: extent, type: txt }
          - { name: size, type: text, header: Other }
          - { name: kind, type: text, header: size }
          - { name: third, type: text, at: C }
          - { name: again, type: text, at: 3 }
          - { name: own, type: text, aliases: [Own, own] }
        load: { table: t, append: true }
        """,
        """
        p.yaml:3:51: columns[0].zone: expected a type that the rule zone is for, found String
        p.yaml:4:52: columns[1].aliases[1]: expected headers of its own, found " CITY ", which is read as city already
        p.yaml:5:13: columns[2].name: expected headers of its own, found "extent", which is read as size already
        p.yaml:5:27: columns[2].type: expected one of text, byte, short, integer, long, bigInteger, float, double, decimal, boolean, date, dateTime, time, instant, duration, found "txt"; did you mean "text"?
        p.yaml:6:13: columns[3].name: expected a name of its own for each column, found "size", which is that of columns[1]
        p.yaml:7:39: columns[4].header: expected headers of its own, found "size", which is read as size already
        p.yaml:9:36: columns[6].at: expected a place of its own, found one that is read as third already
        """);
  }

  @Test
  void plansOfLoadsAreToldWithTheirPlaces() {
    String head = "name: a\ncolumns: [{ name: id, type: text, nullable: true }]\n";
    assertMistakes(
        head + "load: { table: t, append: true, upsert: id }\n",
        "p.yaml:3:7: load: expected one of append: true, replacePartition, replaceTable: true, upsert, found append and upsert\n");
    assertMistakes(
        head + "load: { table: t, replaceTable: false }\n",
        "p.yaml:3:33: load.replaceTable: expected true, found false; say what else is done\n");
    assertMistakes(
        head + "load: { table: t, upsert: [id, other] }\n",
        "p.yaml:3:27: load.upsert: upsert: expected columns that are never null, found \"id\"\n");
  }

  @Test
  void mistakesOfGuardsAreToldWithTheirPlaces() {
    assertMistakes(
        """
        name: a
        columns: [{ name: id, type: text, nullable: true }]
        load:
          table: t
          append: true
          guards: { minRows: 1.5, maxShrink: 20, maxNullShare: { ids: 10 %, id: many }, maxNull: 1 }
        """,
        """
        p.yaml:6:22: load.guards.minRows: expected a whole number from 0 on, found 1.5
        p.yaml:6:38: load.guards.maxShrink: expected a share such as 20 % or 0.2, found "20"
        p.yaml:6:63: load.guards.maxNullShare.ids: expected one of the columns id, found "ids"; did you mean "id"?
        p.yaml:6:73: load.guards.maxNullShare.id: expected a share such as 20 % or 0.2, found "many"
        p.yaml:6:81: load.guards.maxNull: expected one of the names minRows, maxShrink, maxNullShare, found "maxNull"
        """);
    assertMistakes(
        "name: a\ncolumns: [{ name: id, type: text }]\nload: { table: t, append: true, guards: { maxNullShare: {} } }\n",
        "p.yaml:3:57: load.guards.maxNullShare: expected a share such as 20 % or 0.2, or columns with theirs, found none\n");
  }

  @Test
  void mistakesOfBudgetsAreToldWithTheirPlaces() {
    String head =
        "name: a\ncolumns: [{ name: id, type: text }]\nload: { table: t, append: true }\n";
    assertMistakes(
        head + "rejects: { rows: -1, share: 20, row: 1 }\n",
        """
        p.yaml:4:18: rejects.rows: expected a whole number from 0 on, found -1
        p.yaml:4:29: rejects.share: expected a share such as 5 % or 0.05, found "20"
        p.yaml:4:33: rejects.row: expected one of the names rows, share, found "row"; did you mean "rows"?
        """);
    assertMistakes(
        head + "rejects: {}\n", "p.yaml:4:10: rejects: expected rows or share, found neither\n");
    assertMistakes(
        head + "rejects: { share: 101 % }\n",
        "p.yaml:4:19: rejects.share: expected a share such as 5 % or 0.05, found \"101 %\"\n");
  }

  @Test
  void mistakesOfRulesAreToldWithTheirPlaces() {
    assertMistakes(
        """
        name: a
        columns:
          - { name: id, type: text, atLeast: 1, oneOf: [x, x] }
          - { name: size, type: integer, nullable: true, atLeast: 9, atMost: 1 }
        rules:
          - { skip: { column: ids, equals: Total } }
          - { skip: { column: id } }
          - { name: x, stopAfterBlank: 0 }
          - { skip: { column: id, equals: a }, stopAfterBlank: 1 }
          - uniqueKey: { columns: [size] }
          - uniqueKey: { columns: [id], duplicates: keep }
          - { name: x, skip: { column: id, equals: a } }
          - { name: x, stop: { column: id, equals: b } }
          - { skip: { column: size, below: much } }
          - { stop: { column: size, blank: maybe } }
          - { stop: { column: size, above: 1, below: 3 } }
        filters:
          - { sameAsFirst: { column: id, anchor: second, row: 2 } }
          - { name: n, sameAsKey: { column: id, part: lable } }
          - { sameAs: { column: id } }
        load: { table: t, append: true }
        """,
        """
        p.yaml:3:38: columns[0].atLeast: expected a type that has a range, found String
        p.yaml:3:48: columns[0].oneOf: expected different texts, found [x, x]
        p.yaml:4:70: columns[1].atMost: expected a greatest value of at least 9, found 1
        p.yaml:6:23: rules[0].skip.column: expected one of the columns id, size, found "ids"; did you mean "id"?
        p.yaml:7:13: rules[1].skip: expected one of equals, matches, blank, below, above, found none
        p.yaml:8:13: rules[2].name: expected a name for skip or stop only, since the others have their own
        p.yaml:8:32: rules[2].stopAfterBlank: expected a whole number from 1 to 1048576, found 0
        p.yaml:9:5: rules[3]: expected one of skip, stop, stopAfterBlank, uniqueKey, found 2
        p.yaml:10:5: rules[4]: uniqueKey: expected columns that are never null, found "size"
        p.yaml:11:45: rules[5].uniqueKey.duplicates: expected one of reject, keepFirst, keepLast, collapseIdentical, found "keep"
        p.yaml:13:5: rules[7]: rules: expected a name of its own for each, found "x" twice
        p.yaml:14:36: rules[8].skip.below: expected a number, found "much"
        p.yaml:15:36: rules[9].stop.blank: expected true or false, found "maybe"
        p.yaml:16:13: rules[10].stop: expected one of equals, matches, blank, below, above, found above and below
        p.yaml:18:42: filters[0].sameAsFirst.anchor: expected one of first, firstReadable, found "second"
        p.yaml:18:50: filters[0].sameAsFirst.row: expected one of the names column, anchor, found "row"
        p.yaml:19:13: filters[1].name: expected a name for sameAs, keep, drop or rows only, since the others have their own
        p.yaml:19:47: filters[1].sameAsKey.part: expected a part of {label}/{file}.xlsx, found "lable"; did you mean "label"?
        p.yaml:20:15: filters[2].sameAs: expected "text", which is not there
        """);
  }

  /** It was found when the pipeline was made, and not told as a mistake of the file. */
  @Test
  void aSensitiveColumnInAKeyIsAMistake() {
    assertMistakes(
        """
        name: a
        columns: [{ name: id, type: text, sensitive: true }]
        filters: [{ sameAsFirst: id }, { sameAsKey: { column: id, part: label } }]
        output: { key: "out/{id}/{run}.csv" }
        load: { table: t, append: true }
        """,
        """
        p.yaml:3:55: filters[1].sameAsKey.column: expected no sensitive column in a key, found "id"
        p.yaml:4:16: output.key: pipeline: expected no sensitive column in a key, found "id"
        """);
  }

  @Test
  void whatYamlHasBeyondJsonIsRefused() {
    assertMistakes(
        """
        name: &x a
        name: *x
        columns: [{ name: b, type: text }]
        load: { table: t, append: true }
        ---
        name: b
        """,
        """
        p.yaml:2:1: name: expected each name once, found it again
        p.yaml:2:7: name: expected a value, found a reference; write the value out
        p.yaml:6:1: expected one document, found another one behind it
        """);
  }

  @Test
  void whatIsNoPipelineAtAllIsRefused() {
    assertMistakes("", "p.yaml:1:1: expected a pipeline, found an empty file\n");
    assertMistakes("hello", "p.yaml:1:1: expected names with values, found \"hello\"\n");
    assertMistakes(
        "name: a\ncolumns:\n  - {name: b, type: text\nload: x\n",
        "p.yaml:4:5: expected YAML, found this: while parsing a flow mapping, expected ',' or '}', but got :\n");
    assertThatThrownBy(() -> PipelineFile.parse("p.json", "{\"name\": \"a\", \"columns\": [}"))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "p.json:1:27: expected JSON, found this: Unexpected close marker '}': expected ']'");
  }

  /** The message has a line for each mistake; programs have them as data. */
  @Test
  void mistakesAreData() {
    DefinitionException refusal =
        catchThrowableOfType(
            DefinitionException.class,
            () -> PipelineFile.parse("p.yaml", "name: a\ncolumns: [{ name: b, type: txt }]\n"));

    assertThat(refusal.mistakes())
        .containsExactly(
            new DefinitionMistake("", 1, 1, "expected \"load\", which is not there"),
            new DefinitionMistake(
                "columns[0].type",
                2,
                28,
                "expected one of text, byte, short, integer, long, bigInteger, float, double, decimal, boolean, date, dateTime, time, instant, duration, found \"txt\"; did you mean \"text\"?"));
  }

  private static void assertMistakes(String yaml, String expected) {
    assertThatThrownBy(() -> PipelineFile.parse("p.yaml", yaml))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(expected.stripTrailing());
  }
}
