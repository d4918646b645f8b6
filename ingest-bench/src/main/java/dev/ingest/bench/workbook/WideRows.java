package dev.ingest.bench.workbook;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Rows of {@link Table#WIDE}.
 *
 * @param count how many rows
 * @param digits significant digits of the text of a number that has them all
 */
record WideRows(int count, Digits digits) implements Rows {

  private static final String[] CITIES = {
    "London", "Zürich", "São Paulo", "Łódź", "Paris", "New York", "東京", "Oslo"
  };
  private static final int FIRST_DATE = 43_862; // 2020-02-01

  @Override
  public Table table() {
    return Table.WIDE;
  }

  @Override
  public void each(Consumer<String[]> row) {
    SplittableRandom random = new SplittableRandom(40);
    String[] values = new String[40];
    for (int i = 0; i < count; i++) {
      texts(i, values, random);
      numbers(values, random);
      for (int d = 34; d < 38; d++) {
        values[d] = Integer.toString(FIRST_DATE + random.nextInt(1_500));
      }
      values[38] = Integer.toString(random.nextInt(2));
      values[39] = Integer.toString(random.nextInt(2));
      row.accept(values);
    }
  }

  private static void texts(int row, String[] values, SplittableRandom random) {
    for (int t = 0; t < 5; t++) {
      values[t] = "item " + (char) ('a' + t) + row;
    }
    values[5] = CITIES[random.nextInt(CITIES.length)];
    values[6] = "Smith & Sons, " + CITIES[random.nextInt(CITIES.length)];
    for (int t = 7; t < 12; t++) {
      values[t] = "group " + t + "." + random.nextInt(50);
    }
  }

  private void numbers(String[] values, SplittableRandom random) {
    for (int n = 12; n < 20; n++) {
      values[n] = Integer.toString(random.nextInt(1_000_000));
    }
    for (int n = 20; n < 26; n++) {
      values[n] = new Digits(15).text(random.nextDouble() * 1_000);
    }
    for (int n = 26; n < 32; n++) {
      values[n] = digits.text(random.nextInt(1_000_000) / 1_000.0);
    }
    for (int n = 32; n < 34; n++) {
      values[n] = random.nextInt(10) == 0 ? NOT_AVAILABLE : digits.text(random.nextDouble());
    }
  }
}
