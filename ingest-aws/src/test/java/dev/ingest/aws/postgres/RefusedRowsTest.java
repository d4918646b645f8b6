package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableName;
import dev.ingest.load.TransactionalLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that a table refuses says which rows of the file those are, and in which columns. */
class RefusedRowsTest {

  private static final LoadPlan.Into ITEMS = LoadPlan.into(TableName.parse("items"));
  private static final Item GOOD = new Item("a", "red", 1L, null);

  /** A row of the file. */
  record Item(
      @Nullable String id, @Nullable String kind, @Nullable Long amount, @Nullable String note) {}

  private Warehouse warehouse;

  @BeforeEach
  void createTable(@TempDir Path folder) {
    warehouse = new Warehouse(folder);
    warehouse.execute("CREATE TABLE items (id text, kind text, amount bigint, note text)");
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void valuesOfAnotherTypeAreAllFound() {
    warehouse.execute("ALTER TABLE items ALTER note TYPE integer USING 1");
    warehouse.execute("ALTER TABLE items ALTER kind TYPE date USING '2020-01-01'");

    assertThat(
            refused(
                ITEMS.append(),
                new Item("a", "2020-02-01", 1L, "1"),
                new Item("b", "2020-02-31", 1L, "two"),
                new Item("c", null, 1L, null),
                new Item("d", "today, more or less", 1L, "4")))
        .containsExactly(
            new RefusedRow(
                2, List.of("kind"), "22008", "date/time field value out of range: \"…\""),
            new RefusedRow(
                2, List.of("note"), "22P02", "invalid input syntax for type integer: \"…\""),
            new RefusedRow(
                4, List.of("kind"), "22007", "invalid input syntax for type date: \"…\""));
  }

  @Test
  void valuesThatAreTooLongOrTooLarge() {
    warehouse.execute(
        "ALTER TABLE items ALTER id TYPE varchar(3), ALTER kind TYPE char(3), ALTER amount TYPE numeric(3, 1), ALTER note TYPE bit(2) USING B'00'");

    assertThat(
            refused(
                ITEMS.append(),
                new Item("äöü", "ä", 99L, "10"),
                new Item("äöüß", "four", 100L, "111"),
                new Item("a   ", "b   ", null, null)))
        .containsExactly(
            new RefusedRow(
                2, List.of("id"), "22001", "value too long for type character varying(3)"),
            new RefusedRow(2, List.of("kind"), "22001", "value too long for type character(3)"),
            new RefusedRow(2, List.of("amount"), "22003", "numeric field overflow"),
            new RefusedRow(
                2, List.of("note"), "22026", "bit string length 3 does not match type bit(2)"));
  }

  @Test
  void nullsWhereTheTableTakesNone() {
    warehouse.execute("ALTER TABLE items ALTER kind SET NOT NULL");

    assertThat(
            refused(
                ITEMS.append(),
                GOOD,
                new Item("b", null, 1L, null),
                GOOD,
                new Item(null, null, null, null)))
        .containsExactly(
            new RefusedRow(2, List.of("kind"), "23502", nullIn("kind")),
            new RefusedRow(4, List.of("kind"), "23502", nullIn("kind")));
  }

  private static String nullIn(String column) {
    return "null value in column \"%s\" of relation \"items\" violates not-null constraint"
        .formatted(column);
  }

  @Test
  void rowsThatChecksRefuse() {
    warehouse.execute(
        "ALTER TABLE items ADD CONSTRAINT positive CHECK (amount > 0), ADD CONSTRAINT noted CHECK (note <> kind)");

    assertThat(
            refused(
                ITEMS.append(),
                new Item("a", "red", 0L, null),
                GOOD,
                new Item("c", "blue", 1L, "blue")))
        .containsExactly(
            new RefusedRow(
                1,
                List.of("amount"),
                "23514",
                "new row for relation \"items\" violates check constraint \"positive\""),
            new RefusedRow(
                3,
                List.of("note", "kind"),
                "23514",
                "new row for relation \"items\" violates check constraint \"noted\""));
  }

  @Test
  void keysThatAreThereOrInAnEarlierRow() {
    warehouse.execute("INSERT INTO items VALUES ('there', 'red', 1, null)");
    warehouse.execute("ALTER TABLE items ADD CONSTRAINT item_key UNIQUE (kind, id)");
    warehouse.execute("CREATE UNIQUE INDEX one_note ON items (note) INCLUDE (amount)");

    assertThat(
            refused(
                ITEMS.append(),
                new Item("a", "red", 1L, "n"),
                new Item("there", "red", 1L, null),
                new Item("a", "red", 2L, "m"),
                new Item("b", "red", 3L, "n")))
        .containsExactly(
            new RefusedRow(2, List.of("kind", "id"), "23505", doubled("item_key")),
            new RefusedRow(3, List.of("kind", "id"), "23505", doubled("item_key")),
            new RefusedRow(4, List.of("note"), "23505", doubled("one_note")));
  }

  private static String doubled(String key) {
    return "duplicate key value violates unique constraint \"%s\"".formatted(key);
  }

  @Test
  void aKeyThatTheLoadReplacesIsNoneOfThose() {
    warehouse.execute(
        "ALTER TABLE items ADD PRIMARY KEY (id); INSERT INTO items VALUES ('a', 'red', 1, null), ('z', 'blue', 1, null)");

    assertThat(
            refused(
                ITEMS.replacePartition("kind"),
                new Item("a", "red", 2L, null),
                new Item("z", "red", 2L, null)))
        .containsExactly(new RefusedRow(2, List.of("id"), "23505", doubled("items_pkey")));
    assertThat(warehouse.query("SELECT * FROM items ORDER BY id"))
        .containsExactly("a|red|1|null", "z|blue|1|null");
  }

  @Test
  void rowsWithoutTheirParent() {
    warehouse.execute(
        "CREATE TABLE kinds (name text PRIMARY KEY); INSERT INTO kinds VALUES ('red')");
    warehouse.execute(
        "ALTER TABLE items ADD CONSTRAINT known FOREIGN KEY (kind) REFERENCES kinds DEFERRABLE INITIALLY DEFERRED");

    assertThat(refused(ITEMS.append(), GOOD, new Item("b", "blue", 1L, null), GOOD))
        .containsExactly(
            new RefusedRow(
                2,
                List.of("kind"),
                "23503",
                "insert or update on table \"items\" violates foreign key constraint \"known\""));
  }

  /** Halves of the rows are tried one after the other, and a child may be in the earlier half. */
  @Test
  void aParentThatComesLaterInTheFileIsOne() {
    warehouse.execute(
        "ALTER TABLE items ADD PRIMARY KEY (id), ADD CONSTRAINT parent FOREIGN KEY (note) REFERENCES items");

    assertThat(
            refused(
                ITEMS.append(),
                new Item("child", "red", 1L, "parent"),
                new Item("orphan", "red", 1L, "nobody"),
                GOOD,
                new Item("parent", "red", 1L, null)))
        .containsExactly(
            new RefusedRow(
                2,
                List.of("note"),
                "23503",
                "insert or update on table \"items\" violates foreign key constraint \"parent\""));
  }

  @Test
  void rowsThatATriggerRefusesInItsOwnWords() {
    warehouse.execute(
        """
        CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.amount = 13 THEN RAISE EXCEPTION 'not %', NEW.id; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER spoil BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION spoil()
        """);

    assertThat(refused(ITEMS.append(), GOOD, new Item("secret", "red", 13L, null)))
        .containsExactly(
            new RefusedRow(
                2,
                List.of(),
                "P0001",
                "an error in the words of a function of the database, left out since they may quote values"));
  }

  @Test
  void upsertsFindTheRowsThatWouldUpdateAndThoseThatWouldBeAdded() {
    warehouse.execute(
        "ALTER TABLE items ADD PRIMARY KEY (id), ADD CONSTRAINT positive CHECK (amount > 0); INSERT INTO items VALUES ('there', 'red', 1, null)");

    assertThat(
            refused(
                ITEMS.upsert("id"),
                new Item("there", "red", -1L, null),
                GOOD,
                new Item("b", "red", -2L, null),
                new Item("a", "blue", 3L, null)))
        .extracting(RefusedRow::record, RefusedRow::columns, RefusedRow::state)
        .containsExactly(
            tuple(1L, List.of("amount"), "23514"),
            tuple(3L, List.of("amount"), "23514"),
            tuple(4L, List.of("id"), "21000"));
  }

  @Test
  void aKeyThatIsTwiceInTheFileOfAnUpsert() {
    assertThat(refused(ITEMS.upsert("id"), GOOD, new Item("b", "red", 1L, null), GOOD))
        .containsExactly(
            new RefusedRow(
                3, List.of("id"), "21000", "an earlier row of the file has the same key"));
  }

  @Test
  void typesOfOnesOwn() {
    warehouse.execute(
        """
        CREATE TYPE colour AS ENUM ('red', 'blue');
        CREATE DOMAIN even AS bigint CHECK (VALUE % 2 = 0);
        CREATE DOMAIN short AS varchar(3);
        DROP TABLE items;
        CREATE TABLE items (id short, kind colour, amount even, note text[])
        """);

    assertThat(
            refused(
                ITEMS.append(),
                new Item("abc", "red", 2L, "{1,2}"),
                new Item("abc", "green", 3L, "{1,2"),
                new Item("abc", "blue", 3L, null)))
        .containsExactly(
            new RefusedRow(
                2, List.of("kind"), "22P02", "invalid input value for enum colour: \"…\""),
            new RefusedRow(
                2,
                List.of("amount"),
                "23514",
                "value for domain even violates check constraint \"even_check\""),
            new RefusedRow(2, List.of("note"), "22P02", "malformed array literal: \"…\""),
            new RefusedRow(
                3,
                List.of("amount"),
                "23514",
                "value for domain even violates check constraint \"even_check\""));
  }

  /** A cast to a domain cuts off what is too long; then the line at which COPY stopped is told. */
  @Test
  void aDomainThatCutsOff() {
    warehouse.execute(
        "CREATE DOMAIN short AS varchar(3); DROP TABLE items; CREATE TABLE items (id short, kind text, amount bigint, note text)");

    assertThat(
            refused(
                ITEMS.append(),
                new Item("abc", "one\nrow of \"four\"\n\nlines", 1L, null),
                new Item("abcd", "red", 1L, null)))
        .containsExactly(
            new RefusedRow(
                2, List.of("id"), "22001", "value too long for type character varying(3)"));
  }

  @Test
  void aCharacterThatTheDatabaseDoesNotHave() {
    assertThat(
            refused(
                ITEMS.append(),
                GOOD,
                new Item("b", "two\nlines", 1L, null),
                new Item("c", "\0", 1L, null)))
        .extracting(RefusedRow::record, RefusedRow::state)
        .containsExactly(tuple(3L, "22021"));
  }

  @Test
  void theFirstHundredOfMany() {
    warehouse.execute("ALTER TABLE items ADD CONSTRAINT positive CHECK (amount > 0)");
    List<Item> rows =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(i -> new Item("i" + i, "red", i % 3 == 0 ? -1L : 1L, null))
            .toList();

    assertThat(refused(ITEMS.append(), rows.toArray(Item[]::new)))
        .extracting(RefusedRow::record)
        .isEqualTo(
            LongStream.rangeClosed(1, TransactionalLoader.MOST_REFUSED)
                .mapToObj(i -> 3 * i)
                .toList());
  }

  @Test
  void oneAmongMany() {
    warehouse.execute("ALTER TABLE items ADD PRIMARY KEY (id)");
    List<Item> rows = new ArrayList<>();
    IntStream.range(0, 20_000).forEach(i -> rows.add(new Item("i" + i, "red", 1L, null)));
    rows.set(12_345, rows.get(77));

    assertThat(refused(ITEMS.append(), rows.toArray(Item[]::new)))
        .containsExactly(new RefusedRow(12_346, List.of("id"), "23505", doubled("items_pkey")));
  }

  @Test
  void nothingIsLeftOfTheSearch() {
    warehouse.execute("ALTER TABLE items ADD CONSTRAINT positive CHECK (amount > 0)");

    refused(ITEMS.append(), GOOD, new Item("b", "red", -1L, null));

    assertThat(warehouse.query("SELECT count(*) FROM items")).containsExactly("0");
    assertThat(warehouse.query("SELECT relname FROM pg_class WHERE relname LIKE 'ingest%'"))
        .isEmpty();
  }

  private List<RefusedRow> refused(LoadPlan plan, Item... rows) {
    LoadException failure =
        catchThrowableOfType(
            LoadException.class, () -> warehouse.load(plan, Item.class, List.of(rows)));
    assertThat(failure.reason()).isEqualTo(LoadException.Reason.ROWS_REFUSED);
    assertThat(failure.getSuppressed()).isEmpty();
    return failure.refused();
  }
}
