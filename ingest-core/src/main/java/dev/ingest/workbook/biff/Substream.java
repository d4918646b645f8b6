package dev.ingest.workbook.biff;

/**
 * The records of one sheet, without those of the charts that are embedded in it: each is a
 * substream of its own, from BOF to EOF, and may hold others: [MS-XLS] 2.1.7.20.1.
 */
final class Substream {

  private final Records records;

  /** Begins behind the sheet's own BOF, at the current record. */
  Substream(Records records) {
    this.records = records;
  }

  /** Moves to the next record of the sheet itself; false at its end. */
  boolean next() {
    int depth = 0;
    while (records.next()) {
      switch (records.id()) {
        case RecordId.BOF -> depth++;
        case RecordId.EOF -> {
          if (--depth < 0) {
            return false;
          }
        }
        default -> {
          if (depth == 0) {
            return true;
          }
        }
      }
    }
    throw records.damaged("expected the end of the sheet, found the end of the stream");
  }
}
