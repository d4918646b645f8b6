package dev.ingest.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tables of {@code docs/semantics.md} whose rows are test cases. Above each stands a comment
 * with its name: {@code <!-- rows: NAME -->}.
 */
public final class PageTable {

  private static final Path PAGE = Path.of("../docs/semantics.md");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  /**
   * A row of a table.
   *
   * @param cells as they are written, but for the spaces around them
   */
  public record Row(List<String> cells) {

    /** Returns what a cell has in code, in its order; {@code \|} is a bar. */
    public List<String> codes(int cell) {
      return codesOf(cells.get(cell));
    }

    /** Returns the only thing that a cell has in code. */
    public String code(int cell) {
      List<String> codes = codes(cell);
      if (codes.size() != 1) {
        throw new IllegalArgumentException(
            "expected one thing in code, found %s in %s".formatted(codes, this));
      }
      return codes.get(0);
    }

    /** Returns what a cell says, word by word, where that is in code only in part. */
    public List<String> words(int cell) {
      List<String> codes = codes(cell);
      return codes.stream().anyMatch(code -> code.contains(","))
          ? codes
          : Arrays.stream(cells.get(cell).replace("`", "").split(",")).map(String::strip).toList();
    }

    /** Returns the row as the page has it, for the names of tests. */
    @Override
    public String toString() {
      return String.join(" | ", cells);
    }
  }

  private PageTable() {}

  /** Returns what a text has in code. */
  static List<String> codesOf(String text) {
    return CODE.matcher(text).results().map(found -> found.group(1).replace("\\|", "|")).toList();
  }

  /** Returns the rows of a table, without its head. */
  public static List<Row> rows(String name) {
    return rows(PAGE, name);
  }

  /** Returns the rows of a table of another page. */
  static List<Row> rows(Path file, String name) {
    String page = page(file);
    int from = page.indexOf("<!-- rows: " + name + " -->");
    if (from < 0) {
      throw new IllegalArgumentException("the page has no table " + name);
    }
    int rule = page.indexOf("|---|", from);
    return page.substring(rule)
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(PageTable::row)
        .toList();
  }

  /** Returns what stands at the head of a table. */
  public static Row head(String name) {
    String page = page();
    int from = page.indexOf("\n|", page.indexOf("<!-- rows: " + name + " -->"));
    return row(page.substring(from + 1, page.indexOf('\n', from + 1)));
  }

  private static Row row(String line) {
    List<String> cells = Arrays.stream(BAR.split(line, -1)).map(String::strip).toList();
    return new Row(cells.subList(1, cells.size() - 1));
  }

  /** Returns the page. */
  public static String page() {
    return page(PAGE);
  }

  private static String page(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
