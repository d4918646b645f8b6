package dev.ingest.aws.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a cell holds comes back from each target as it was, and is never code. */
class HostileValuesTest {

  /** A row with text that may be absent. */
  record Text(int id, @Nullable String value) {}

  /** A row of a place. */
  record Place(String location, int value) {}

  private static final LoadPlan.Into TEXTS = LoadPlan.into(TableName.parse("texts"));
  private static final LoadPlan REPLACE =
      LoadPlan.into(TableName.parse("places")).replacePartition("location");

  private @Nullable LoadTarget open;

  private LoadTarget target(LoadTarget.Kind kind) {
    LoadTarget target = new LoadTarget(kind);
    open = target;
    target.execute("CREATE TABLE texts (id int, value " + target.textType() + ")");
    target.execute("CREATE TABLE places (location varchar(400), value int)");
    return target;
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  @Test
  void thereAreAsManyAsPromised() {
    assertThat(HostileValues.TEXTS).hasSize(70).doesNotHaveDuplicates();
    assertThat(HostileValues.LOCATIONS).hasSize(29).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void textsComeBackByteForByte(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    List<Text> rows = new ArrayList<>();
    for (String text : HostileValues.TEXTS) {
      rows.add(new Text(rows.size(), text));
    }
    rows.add(new Text(rows.size(), null));

    target.loader().load(target.request(TEXTS.append(), Text.class, rows));

    List<Text> found =
        target.rows("SELECT id, value FROM texts ORDER BY id").stream()
            .map(row -> new Text(Integer.parseInt(String.valueOf(row.get(0))), row.get(1)))
            .toList();
    assertThat(found).isEqualTo(rows);
  }

  @ParameterizedTest
  @EnumSource
  void placesAreReplacedAndTheirNeighboursStay(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    List<Place> neighbours = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (String location : HostileValues.LOCATIONS) {
      neighbours.add(new Place(location + "~", 1));
      places.add(new Place(location, 2));
      places.add(new Place(location, 3));
    }
    target.loader().load(target.request(REPLACE, Place.class, neighbours));
    target.loader().load(target.request(REPLACE, Place.class, places));
    List<Place> newer =
        HostileValues.LOCATIONS.stream().map(location -> new Place(location, 4)).toList();

    LoadResult again = target.loader().load(target.request(REPLACE, Place.class, newer));

    assertThat(again).isEqualTo(new LoadResult(29, 58, 29));
    List<Place> expected = new ArrayList<>(neighbours);
    expected.addAll(newer);
    assertThat(
            target.rows("SELECT location, value FROM places").stream()
                .map(row -> new Place(String.valueOf(row.get(0)), Integer.parseInt(row.get(1)))))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(target.query("SELECT count(*) FROM texts")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void moreKeysThanAStatementTakesParameters(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    List<Place> rows =
        IntStream.range(0, 40_000).mapToObj(i -> new Place("location " + i, i)).toList();
    target.execute("INSERT INTO places VALUES ('elsewhere', 7)");
    target.loader().load(target.request(REPLACE, Place.class, rows));

    LoadResult again = target.loader().load(target.request(REPLACE, Place.class, rows));

    assertThat(again).isEqualTo(new LoadResult(40_000, 40_000, 40_000));
    assertThat(target.query("SELECT count(*), count(DISTINCT location), sum(value) FROM places"))
        .containsExactly("40001|40001|799980007");
  }

  /** None of the databases has a place for it. */
  @ParameterizedTest
  @EnumSource
  void aNulIsRefusedAndNothingIsChanged(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    target.execute("INSERT INTO texts VALUES (1, 'old')");
    LoadRequest request =
        target.request(TEXTS.replaceTable(), Text.class, List.of(new Text(2, "a\u0000b")));

    LoadException refusal =
        catchThrowableOfType(LoadException.class, () -> target.loader().load(request));

    assertThat(refusal.reason()).isEqualTo(LoadException.Reason.ROWS_REFUSED);
    assertThat(target.query("SELECT id, value FROM texts")).containsExactly("1|old");
  }

  /** In other databases it is a text as any other. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "RDS"})
  void whatIsRedshiftsMarkForNullIsATextElsewhere(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    List<Text> rows = List.of(new Text(1, "@null:7fae9c@"));

    target.loader().load(target.request(TEXTS.append(), Text.class, rows));

    assertThat(target.query("SELECT value FROM texts")).containsExactly("@null:7fae9c@");
  }
}
