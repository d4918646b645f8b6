/**
 * Reads Excel workbooks into typed records, accounts for every row and every null, and writes them
 * for a warehouse. No cloud, no database, no logging: those are behind the ports in {@code store}
 * and {@code load}.
 */
module dev.ingest.core {
  requires static transitive org.jspecify;
  requires static org.apache.logging.log4j;
  requires static org.apache.poi.poi; // left out by whoever reads no .xls and nothing encrypted
  requires com.fasterxml.jackson.databind;
  requires static com.fasterxml.jackson.dataformat.yaml; // for pipelines written as YAML only
  requires static org.apache.commons.csv; // whoever reads no text files may leave it out

  exports dev.ingest.annotate;
  exports dev.ingest.decode;
  exports dev.ingest.definition;
  exports dev.ingest.explain;
  exports dev.ingest.format;
  exports dev.ingest.inspect;
  exports dev.ingest.load;
  exports dev.ingest.metrics;
  exports dev.ingest.pipeline;
  exports dev.ingest.problem;
  exports dev.ingest.report;
  exports dev.ingest.row;
  exports dev.ingest.store;
  exports dev.ingest.workbook;

  uses dev.ingest.workbook.WorkbookFormat;

  provides dev.ingest.workbook.WorkbookFormat with
      dev.ingest.workbook.ods.OdsFormat,
      dev.ingest.workbook.text.TextFormat,
      dev.ingest.workbook.xlsb.XlsbFormat,
      dev.ingest.workbook.poi.Ole2Format;
}
