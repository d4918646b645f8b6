package dev.ingest.row;

/**
 * One thing that makes no sense in a schema.
 *
 * @param column the column's name, empty where it is the schema as a whole
 * @param attribute what of the column, as the methods of {@link ColumnBuilder} are named; empty
 *     where it is the column as a whole
 * @param message what was expected, what was found, and what to try
 */
public record SchemaMistake(String column, String attribute, String message) {}
