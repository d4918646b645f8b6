package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table on loads in {@code docs/semantics.md} is read from the page and run. */
class LoadsPageTest {

  private static final Path PAGE = Path.of("../docs/semantics.md");
  private static final String NAME = "loads";
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final LoadPlan.Into TABLE = LoadPlan.into(TableName.parse("page"));

  /** A row of the table. */
  record Line(String load, List<Item> before, List<Item> file, List<Item> after) {}

  /** A row of the database's table and of the file. */
  record Item(String id, int value) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void loads(Line line, @TempDir Path folder) {
    try (Warehouse warehouse = new Warehouse(folder)) {
      warehouse.execute("CREATE TABLE page (id text, value int CHECK (value < 1000))");
      for (Item item : line.before) {
        warehouse.execute("INSERT INTO page VALUES ('" + item.id + "', " + item.value + ")");
      }

      load(warehouse, line);

      assertThat(warehouse.query("SELECT id || ' ' || value FROM page ORDER BY 1"))
          .isEqualTo(line.after.stream().map(item -> item.id + " " + item.value).toList());
    }
  }

  /** A load that the table refuses leaves it as it was, which the page shows. */
  private static void load(Warehouse warehouse, Line line) {
    try {
      warehouse.load(plan(line.load), Item.class, line.file);
    } catch (LoadException refused) {
      assertThat(line.after).isEqualTo(line.before);
    }
  }

  private static LoadPlan plan(String written) {
    String[] words = written.replaceAll("[\\[\\],:]", "").split(" ", -1);
    return words[0].equals("append")
        ? TABLE.append()
        : TABLE.replacePartition(Arrays.copyOfRange(words, 1, words.length));
  }

  static List<Line> loads() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("<!-- rows: " + NAME + " -->");
    List<Line> lines =
        page.substring(page.indexOf("|---|", from))
            .lines()
            .skip(1)
            .takeWhile(row -> row.startsWith("|"))
            .map(LoadsPageTest::line)
            .toList();
    assertThat(lines).isNotEmpty();
    return lines;
  }

  private static Line line(String row) {
    String[] cells = row.split("\\|", -1);
    return new Line(
        codes(cells[1]).get(0),
        items(codes(cells[2])),
        items(codes(cells[3])),
        items(codes(cells[4])));
  }

  private static List<Item> items(List<String> codes) {
    return codes.stream()
        .map(code -> new Item(code.split(" ", -1)[0], Integer.parseInt(code.split(" ", -1)[1])))
        .toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }
}
