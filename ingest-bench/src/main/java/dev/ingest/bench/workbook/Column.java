package dev.ingest.bench.workbook;

/** A column: its header and what stands below it. */
public record Column(String name, ColumnKind kind) {}
