package dev.ingest.pipeline;

import dev.ingest.workbook.WorkbookSource;

/**
 * One workbook that came in.
 *
 * @param key its key, which names the label and the file
 * @param source its bytes
 */
public record Upload(String key, WorkbookSource source) {}
