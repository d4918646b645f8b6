package dev.ingest.testkit.doubles.redshift;

import static dev.ingest.testkit.doubles.redshift.RedshiftRefusal.literal;

import dev.ingest.testkit.doubles.PostgresDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What of Redshift is made of SQL: its version, its tables of load errors, and the loading itself.
 *
 * <p>Load errors are written over a connection of their own, so that they outlive the rollback.
 */
final class RedshiftCatalog {

  private static final String SCRIPT =
      """
      SET allow_system_table_mods = on;
      CREATE SCHEMA redshift_double;
      CREATE EXTENSION dblink SCHEMA redshift_double;

      CREATE FUNCTION redshift_double.version() RETURNS text LANGUAGE sql IMMUTABLE AS
      $$ SELECT 'PostgreSQL 8.0.2, Redshift double of ingest-testkit, not Amazon Redshift' $$;

      CREATE FUNCTION redshift_double.refuse(state text, message text) RETURNS text
      LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION USING ERRCODE = state, MESSAGE = message;
      END $$;

      CREATE FUNCTION pg_catalog.pg_last_copy_count() RETURNS bigint LANGUAGE sql STABLE AS
      $$ SELECT coalesce(nullif(current_setting('redshift_double.copied', true), ''), '0')::bigint $$;

      CREATE FUNCTION pg_catalog.getdate() RETURNS timestamp LANGUAGE sql VOLATILE AS
      $$ SELECT date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC') $$;

      CREATE TABLE redshift_double.load_errors (
        user_name text, query_id bigint, table_id oid, session_id int,
        start_time timestamp DEFAULT now(), file_name text, line_number bigint, column_name text,
        column_type text, column_length text, value text, error_code int, error_message text);

      CREATE VIEW pg_catalog.sys_load_error_detail AS
      SELECT query_id, table_id, session_id, start_time, file_name, line_number, column_name,
        column_type, column_length, 0 AS position, error_code, error_message
      FROM redshift_double.load_errors
      WHERE user_name = session_user OR session_user = 'postgres';

      CREATE VIEW pg_catalog.stl_load_errors AS
      SELECT query_id AS query, table_id AS tbl, session_id AS session, start_time AS starttime,
        file_name AS filename, line_number, column_name AS colname, column_type AS type,
        column_length AS col_length, 0 AS position, value AS raw_field_value,
        error_code AS err_code, error_message AS err_reason
      FROM redshift_double.load_errors
      WHERE user_name = session_user OR session_user = 'postgres';

      GRANT SELECT ON pg_catalog.sys_load_error_detail, pg_catalog.stl_load_errors TO PUBLIC;
      """;

  private static final String FILES =
      """
      -- The names of the files to load, below the root of the S3 double.
      CREATE FUNCTION redshift_double.files(bucket text, key text, manifest boolean)
      RETURNS text[] LANGUAGE plpgsql AS $$
      DECLARE
        root text := :root || '/';
        entry jsonb;
        content jsonb;
        file text;
        files text[] := '{}';
      BEGIN
        IF '..' = ANY (string_to_array(key, '/')) THEN
          RAISE EXCEPTION 'The specified S3 prefix ''%'' does not exist', key USING ERRCODE = 'XX000';
        END IF;
        IF NOT manifest THEN
          -- Without a manifest the location is a prefix: whatever begins so is loaded.
          WITH RECURSIVE tree(path, folder) AS (
            SELECT bucket, true
            UNION ALL
            SELECT tree.path || '/' || name, (pg_stat_file(root || tree.path || '/' || name)).isdir
            FROM tree, LATERAL pg_ls_dir(
              CASE WHEN tree.folder THEN root || tree.path END, true, false) AS name)
          SELECT array_agg(path ORDER BY path COLLATE "C") INTO files FROM tree
           WHERE NOT folder AND starts_with(path, bucket || '/' || key);
          IF files IS NULL THEN
            RAISE EXCEPTION 'The specified S3 prefix ''%'' does not exist', key
              USING ERRCODE = 'XX000';
          END IF;
          RETURN files;
        END IF;
        IF (pg_stat_file(root || bucket || '/' || key, true)).size IS NULL THEN
          RAISE EXCEPTION 'Problem reading manifest file - S3ServiceException:The specified key does not exist.,Status 404,Error NoSuchKey'
            USING ERRCODE = 'XX000';
        END IF;
        BEGIN
          content := pg_read_file(root || bucket || '/' || key)::jsonb -> 'entries';
        EXCEPTION WHEN invalid_text_representation THEN
          content := NULL;
        END;
        IF content IS NULL OR jsonb_typeof(content) <> 'array' THEN
          RAISE EXCEPTION 'Manifest file is not in correct json format' USING ERRCODE = 'XX000';
        END IF;
        FOR entry IN SELECT * FROM jsonb_array_elements(content) LOOP
          file := substring(entry ->> 'url' FROM '^s3://([^/]+/.+)$');
          IF file IS NULL OR '..' = ANY (string_to_array(file, '/'))
              OR EXISTS (SELECT FROM jsonb_object_keys(entry) k
                          WHERE k NOT IN ('url', 'mandatory', 'meta')) THEN
            RAISE EXCEPTION 'Manifest file is not in correct json format' USING ERRCODE = 'XX000';
          END IF;
          IF (pg_stat_file(root || file, true)).size IS NOT NULL THEN
            files := files || file;
          ELSIF coalesce((entry ->> 'mandatory')::boolean, false) THEN
            RAISE EXCEPTION 'The specified S3 file ''%'' does not exist', entry ->> 'url'
              USING ERRCODE = 'XX000';
          END IF;
        END LOOP;
        IF files = '{}' THEN
          RAISE EXCEPTION 'No file of the manifest exists' USING ERRCODE = 'XX000';
        END IF;
        RETURN files;
      END $$;

      -- What a COPY of PostgreSQL reads from.
      CREATE FUNCTION redshift_double.source(file text, options jsonb) RETURNS text
      LANGUAGE sql AS $$
        SELECT CASE WHEN options ? 'GZIP'
          THEN format('PROGRAM %L', 'gzip -dc < ''' || replace(path, '''', '''\\''''') || '''')
          ELSE format('%L', path) END
        FROM (SELECT :root || '/' || file AS path) AS located $$;
      """;

  private RedshiftCatalog() {}

  static void install(PostgresDatabase database, Path root) throws SQLException {
    try (Connection admin = database.connectAsAdmin();
        Statement statement = admin.createStatement()) {
      statement.execute(SCRIPT);
      statement.execute(FILES.replace(":root", literal(root.toString())));
      statement.execute(RedshiftLoading.SCRIPT);
      statement.execute("GRANT USAGE ON SCHEMA redshift_double TO PUBLIC");
      statement.execute(
          "ALTER DATABASE "
              + database.name()
              + " SET default_transaction_isolation = serializable");
    }
  }
}
