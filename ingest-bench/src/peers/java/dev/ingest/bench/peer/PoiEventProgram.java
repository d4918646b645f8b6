package dev.ingest.bench.peer;

import dev.ingest.bench.program.ProcSelf;
import dev.ingest.bench.workbook.Table;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Apache POI's event API with a handler of one's own: POI's {@code XSSFSheetXMLHandler} is slower
 * and rounds numbers as Excel shows them.
 */
public final class PoiEventProgram implements PeerWork {

  /** Reads the workbook named first, writes the CSV named second, of the table named third. */
  public static void main(String[] args) throws Exception {
    new PoiEventProgram().run(Path.of(args[0]), Path.of(args[1]), Table.valueOf(args[2]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv, Table table) throws Exception {
    try (PeerRows rows = new PeerRows(table, csv)) {
      read(workbook, rows);
    }
  }

  /** Reads the sheet {@code data} of a workbook. */
  public static void read(Path workbook, RowSink rows) throws Exception {
    try (OPCPackage open = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(open);
      XSSFReader.SheetIterator sheets =
          (XSSFReader.SheetIterator) new XSSFReader(open).getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          if (sheets.getSheetName().equals("data")) {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new PoiEventHandler(strings, rows));
            xml.parse(new InputSource(sheet));
          }
        }
      }
    }
  }
}
