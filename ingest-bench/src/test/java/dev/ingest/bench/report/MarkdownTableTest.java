package dev.ingest.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void hasALineForTheHeaderTheAlignmentAndEachRow() {
    MarkdownTable table = new MarkdownTable("program", "wall s", "× limit");
    table.row("a|b", "0.250", "1.25");

    assertThat(table)
        .hasToString(
            """
            | program | wall s | × limit |
            |---|---:|---:|
            | a\\|b | 0.250 | 1.25 |
            """);
  }

  @Test
  void refusesARowOfAnotherWidth() {
    MarkdownTable table = new MarkdownTable("program", "wall s");

    assertThatThrownBy(() -> table.row("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table: expected 2 cells, found 1");
  }
}
