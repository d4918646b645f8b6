package dev.ingest.testkit.doubles;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A double of the extensions {@code aws_s3} and {@code aws_commons} of RDS and Aurora: SQL
 * functions in a {@link PostgresDatabase} that read the very files of an {@link S3Server}.
 *
 * <p>There are {@code aws_commons.create_s3_uri} and {@code aws_s3.table_import_from_s3}, the
 * latter with a URI and in its flat form, without credentials. As with the extension, table,
 * columns and options are pasted into a {@code COPY}, the import belongs to the caller's
 * transaction, and the caller needs the right to insert. {@code aws_s3.about()} says that this is a
 * double.
 *
 * <p>It does not check the region or any role, does not take credentials, does not unpack objects
 * whose {@code Content-Encoding} is gzip, and its wording for a missing object is its own: the
 * extension's is not documented. Source: Amazon RDS User Guide, "Importing data from Amazon S3 into
 * an RDS for PostgreSQL DB instance".
 */
public final class AwsS3Extension {

  private static final String SCRIPT =
      """
      CREATE SCHEMA aws_commons;
      CREATE SCHEMA aws_s3;

      CREATE TYPE aws_commons._s3_uri_1 AS (bucket text, file_path text, region text);

      CREATE FUNCTION aws_commons.create_s3_uri(s3_bucket text, s3_key text, aws_region text)
      RETURNS aws_commons._s3_uri_1 LANGUAGE sql IMMUTABLE AS
      $$ SELECT ROW(s3_bucket, s3_key, aws_region)::aws_commons._s3_uri_1 $$;

      CREATE FUNCTION aws_s3.about() RETURNS text LANGUAGE sql IMMUTABLE AS
      $$ SELECT 'double of aws_s3, for tests: reads the files of an S3 double' $$;

      -- Defined by an administrator, who alone may read the server's files: so the caller's rights
      -- are checked by hand. The caller's search path stays, by which the table is found.
      CREATE FUNCTION aws_s3.table_import_from_s3(
        table_name text, column_list text, options text, s3_info aws_commons._s3_uri_1)
      RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
      DECLARE
        file text := :root || '/' || s3_info.bucket || '/' || s3_info.file_path;
        columns text := CASE WHEN coalesce(column_list, '') = '' THEN ''
                             ELSE '(' || column_list || ')' END;
        bytes bigint;
        imported bigint;
      BEGIN
        IF NOT has_table_privilege(session_user, table_name, 'INSERT') THEN
          RAISE EXCEPTION 'permission denied for table %', table_name USING ERRCODE = '42501';
        END IF;
        SELECT size INTO bytes FROM pg_stat_file(file, true)
         WHERE NOT isdir AND '..' <> ALL (string_to_array(s3_info.file_path, '/'));
        IF bytes IS NULL THEN
          RAISE EXCEPTION 'HTTP 404. S3 object %/% was not found',
            s3_info.bucket, s3_info.file_path USING ERRCODE = 'XX000';
        END IF;
        EXECUTE format('COPY %s %s FROM %L %s', table_name, columns, file, options);
        GET DIAGNOSTICS imported = ROW_COUNT;
        RETURN format('%s rows imported into relation "%s" from file %s of %s bytes',
          imported, table_name, s3_info.file_path, bytes);
      END $$;

      CREATE FUNCTION aws_s3.table_import_from_s3(
        table_name text, column_list text, options text,
        bucket text, file_path text, region text)
      RETURNS text LANGUAGE sql AS $$
        SELECT aws_s3.table_import_from_s3(table_name, column_list, options,
          aws_commons.create_s3_uri(bucket, file_path, region)) $$;

      GRANT USAGE ON SCHEMA aws_commons, aws_s3 TO PUBLIC;
      """;

  private AwsS3Extension() {}

  /**
   * Creates the functions in a database, once.
   *
   * @param database where they are called
   * @param s3 whose objects they read, also those that come later
   * @throws SQLException if they are there already
   */
  public static void install(PostgresDatabase database, S3Server s3) throws SQLException {
    String root = "'" + s3.root().toString().replace("'", "''") + "'";
    try (Connection admin = database.connectAsAdmin();
        Statement statement = admin.createStatement()) {
      statement.execute(SCRIPT.replace(":root", root));
    }
  }
}
