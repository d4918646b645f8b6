package dev.ingest.decode;

/** Which of the first two numbers of a date like 3/4/2020 is the day. */
public enum DayOrder {
  /** 3/4/2020 is the third of April. */
  DAY_FIRST("day first"),
  /** 3/4/2020 is the fourth of March. */
  MONTH_FIRST("month first"),
  /**
   * Not declared: a column is read in one order if a date of it has a meaning in that order only,
   * and none has a meaning in the other one only. See {@link DayOrderWitnesses}. Until that is
   * known, and where it cannot be, dates with two meanings are refused ({@code DATE_AMBIGUOUS});
   * where dates are at odds, those that speak for an order as well.
   */
  BY_WITNESS("day or month first by witness");

  private final String label;

  DayOrder(String label) {
    this.label = label;
  }

  /** Returns the words for reports: {@code day first}. */
  public String label() {
    return label;
  }
}
