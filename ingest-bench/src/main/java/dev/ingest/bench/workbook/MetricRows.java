package dev.ingest.bench.workbook;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Rows of {@link Table#METRICS}: 60 locations, 200 metrics; of the values 4% are missing, 20% are
 * integers, 60% have three decimals and 16% all the digits of a double.
 *
 * @param count how many rows
 * @param dates how many dates there are, each about as frequent as the others
 * @param digits significant digits of a number's text
 */
record MetricRows(int count, int dates, Digits digits) implements Rows {

  private static final int FIRST_DATE = 43_862; // 2020-02-01

  @Override
  public Table table() {
    return Table.METRICS;
  }

  @Override
  public void each(Consumer<String[]> row) {
    SplittableRandom random = new SplittableRandom(20_200_201);
    String[] values = new String[4];
    for (int i = 0; i < count; i++) {
      values[0] = "Location " + (char) ('A' + random.nextInt(20)) + random.nextInt(3);
      values[1] = "metric" + random.nextInt(200);
      values[2] = value(random);
      values[3] = Integer.toString(FIRST_DATE - (i == 0 ? 0 : random.nextInt(dates)));
      row.accept(values);
    }
  }

  private String value(SplittableRandom random) {
    int choice = random.nextInt(100);
    if (choice < 4) {
      return NOT_AVAILABLE;
    }
    if (choice < 24) {
      return Integer.toString(random.nextInt(10_000));
    }
    return digits.text(choice < 84 ? random.nextInt(1_000) / 1_000.0 : random.nextDouble() * 100);
  }
}
