package dev.ingest.load;

import dev.ingest.format.RowFormat;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;

/**
 * One file to load.
 *
 * @param plan what happens to the table
 * @param schema the columns of the file, by name and in order
 * @param data where the file is
 * @param format its format
 * @param scope what it replaces
 * @param rows how many rows it holds; a load that counts another number fails
 */
public record LoadRequest(
    LoadPlan plan,
    RowSchema<?> schema,
    ObjectLocation data,
    RowFormat format,
    ReplaceScope scope,
    long rows) {}
