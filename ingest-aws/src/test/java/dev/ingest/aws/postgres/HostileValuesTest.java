package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.row.RowSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All values come back from the table as they went into the file. */
class HostileValuesTest {

  /** Several of these end or corrupt a careless COPY. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "  two blanks around  ",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\\.",
          "\\.\n",
          "a\n\\.\nb",
          "\\N",
          "\\n",
          "\\",
          "\\\\",
          "NULL",
          "null",
          "\"",
          "\"\"",
          "\"quoted\"",
          "'",
          "''",
          ",",
          ";",
          "a,b\nc\"d\r\ne",
          "|",
          "--",
          "/* */",
          "$$",
          "$1",
          "?",
          "%s",
          "{}",
          "${jndi:ldap://x/y}",
          "'; DROP TABLE texts; --",
          "=cmd|' /C calc'!A0",
          "+1",
          "-1",
          "@SUM(1)",
          "1e5",
          "NaN",
          "Infinity",
          "0x1p3",
          "true",
          "2020-02-01",
          "é",
          "e\u0301",
          "日本語",
          "🙂👨‍👩‍👧",
          "\u0001\u0007\u001b[31m",
          "\u00a0",
          "\u200b\u200e\u202e",
          "\ufeff",
          "\ufffd\uffff",
          "\u2028\u2029\u0085",
          "ﬁ ª Å İ ı ß ẞ",
          "x".repeat(60_000),
          "\"\n".repeat(30_000),
          "🙂".repeat(30_000));

  /** A row with text that may be absent. */
  record Text(int id, @Nullable String value) {}

  /** One of each type. */
  record Typed(
      @Nullable Double d,
      @Nullable Float f,
      @Nullable Long l,
      @Nullable Integer i,
      @Nullable BigDecimal n,
      @Nullable Boolean b,
      @Nullable LocalDate day,
      @Nullable LocalDateTime at) {}

  private Warehouse warehouse;

  @BeforeEach
  void start(@TempDir Path folder) {
    warehouse = new Warehouse(folder);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void textsComeBackCharacterForCharacter() throws Exception {
    warehouse.execute("CREATE TABLE texts (id integer, value text)");
    List<Text> rows = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      rows.add(new Text(i, TEXTS.get(i)));
    }
    rows.add(new Text(TEXTS.size(), null));

    warehouse.load(LoadPlan.into(new TableName(null, "texts")).append(), Text.class, rows);

    assertThat(texts()).isEqualTo(rows);
  }

  private List<Text> texts() throws Exception {
    List<Text> rows = new ArrayList<>();
    try (Connection connection = warehouse.connections().open();
        PreparedStatement statement =
            connection.prepareStatement("SELECT id, value FROM texts ORDER BY id");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(new Text(row.getInt(1), row.getString(2)));
      }
    }
    return rows;
  }

  @Test
  void valuesOfAllTypesComeBackExactly() {
    TableName table = new TableName(null, "typed");
    warehouse.execute(PostgresTables.createIfMissing(table, RowSchema.of(Typed.class)));

    warehouse.load(
        LoadPlan.into(table).append(),
        Typed.class,
        List.of(
            new Typed(
                Double.MAX_VALUE,
                Float.MIN_VALUE,
                Long.MIN_VALUE,
                Integer.MAX_VALUE,
                new BigDecimal("-123456789012345678901234567890.12345678901234567890"),
                true,
                LocalDate.of(9999, 12, 31),
                LocalDateTime.of(1900, 1, 1, 23, 59, 59, 123_456_000)),
            new Typed(
                Double.MIN_VALUE,
                -0.0f,
                Long.MAX_VALUE,
                Integer.MIN_VALUE,
                new BigDecimal("1E+20"),
                false,
                LocalDate.of(1, 1, 1),
                LocalDateTime.of(2020, 2, 29, 0, 0)),
            new Typed(0.1 + 0.2, null, null, null, null, null, null, null)));

    assertThat(warehouse.query("SELECT * FROM typed ORDER BY d"))
        .containsExactly(
            "5e-324|-0|9223372036854775807|-2147483648|100000000000000000000|f|0001-01-01|2020-02-29 00:00:00",
            "0.30000000000000004|null|null|null|null|null|null|null",
            "1.7976931348623157e+308|1e-45|-9223372036854775808|2147483647|-123456789012345678901234567890.12345678901234567890|t|9999-12-31|1900-01-01 23:59:59.123456");
  }
}
