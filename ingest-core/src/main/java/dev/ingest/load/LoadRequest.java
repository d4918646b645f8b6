package dev.ingest.load;

import dev.ingest.format.RowFormat;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/**
 * One file to load.
 *
 * @param plan what happens to the table
 * @param schema the columns of the file, by name and in order
 * @param data where the file is
 * @param format its format
 * @param scope what it replaces
 * @param rows how many rows it holds; a load that counts another number fails
 * @param identity what the ledger knows the load by, or null for one that happens each time it is
 *     asked for and leaves no trace in the ledger
 * @param options how it is done
 */
public record LoadRequest(
    LoadPlan plan,
    RowSchema<?> schema,
    ObjectLocation data,
    RowFormat format,
    ReplaceScope scope,
    long rows,
    @Nullable LoadIdentity identity,
    LoadOptions options) {

  /** A load that is not in the ledger. */
  public LoadRequest(
      LoadPlan plan,
      RowSchema<?> schema,
      ObjectLocation data,
      RowFormat format,
      ReplaceScope scope,
      long rows) {
    this(plan, schema, data, format, scope, rows, null, LoadOptions.defaults());
  }

  /** Returns this request with an identity. */
  public LoadRequest withIdentity(LoadIdentity other) {
    return new LoadRequest(plan, schema, data, format, scope, rows, other, options);
  }

  /** Returns this request with options. */
  public LoadRequest withOptions(LoadOptions other) {
    return new LoadRequest(plan, schema, data, format, scope, rows, identity, other);
  }
}
