package dev.ingest.workbook.ods;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.BytesStream;
import dev.ingest.workbook.part.XmlReader;
import java.io.IOException;
import java.util.List;

/** A .fods: styles, origin and sheets in one document. */
record FlatDocument(String file, WorkbookBytes bytes, ReadLimits limits) implements OdsParts {

  @Override
  public List<XmlReader> openOthers() {
    return List.of();
  }

  @Override
  public XmlReader openContent() {
    return new XmlReader(file, new BytesStream(bytes), limits);
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException failure) {
      throw new WorkbookException(
          WorkbookException.Reason.UNREADABLE,
          file + ": expected to close it, found " + failure,
          failure);
    }
  }
}
