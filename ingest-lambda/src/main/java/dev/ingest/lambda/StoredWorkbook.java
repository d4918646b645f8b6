package dev.ingest.lambda;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.io.InputStream;

/** A workbook in a store. It is fetched when opened, so a key of the wrong form costs no read. */
record StoredWorkbook(ObjectStore store, ObjectLocation at) implements WorkbookSource {

  @Override
  public String name() {
    return at.toString();
  }

  @Override
  public WorkbookBytes open() throws IOException {
    try (InputStream object = store.read(at)) {
      return WorkbookSource.of(name(), object).open();
    }
  }
}
