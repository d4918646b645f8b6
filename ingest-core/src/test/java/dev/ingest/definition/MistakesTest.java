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
