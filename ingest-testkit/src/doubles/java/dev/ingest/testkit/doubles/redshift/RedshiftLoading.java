package dev.ingest.testkit.doubles.redshift;

/**
 * Redshift's {@code COPY} of CSV as a procedure of PostgreSQL.
 *
 * <p>The fields are read as text, judged by the rules of Redshift, and only then inserted. Error
 * codes are those of the guide's "Load error reference".
 */
final class RedshiftLoading {

  static final String SCRIPT =
      """
      -- How a field of a column is checked: the value that is loaded, and the error if it is none.
      -- An empty field that is no text is null; where a text is null, the options say.
      CREATE FUNCTION redshift_double.field(field text, type text, options jsonb) RETURNS text
      LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE
          WHEN field = coalesce(options ->> 'NULL', '\\N') THEN NULL
          WHEN type !~ '^(char|text)' THEN nullif(btrim(field, E' \\t'), '')
          WHEN options ? 'EMPTYASNULL' AND field = '' THEN NULL
          WHEN options ? 'BLANKSASNULL' AND field ~ '^\\s+$' THEN NULL
          ELSE field END $$;

      CREATE FUNCTION redshift_double.problem(
        value text, type text, length int, required boolean, options jsonb)
      RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE
          WHEN value IS NULL THEN
            CASE WHEN required THEN '1213 Missing data for not-null field' END
          WHEN type ~ '^(char|text)' THEN CASE
            WHEN type ~ '^character\\(' AND value ~ '[^\\x01-\\x7f]' THEN
              '1220 Multibyte character not supported for CHAR (Hint: Try using VARCHAR)'
            WHEN octet_length(value) > length AND NOT options ? 'TRUNCATECOLUMNS' THEN
              '1204 String length exceeds DDL length' END
          WHEN type = 'date' THEN CASE
            WHEN value !~ '^\\d{4}-\\d{2}-\\d{2}$' OR NOT pg_input_is_valid(value, type) THEN
              '1205 Invalid Date Format - length must be 10 or more' END
          WHEN type ~ '^timestamp' THEN CASE
            WHEN value !~ '^\\d{4}-\\d{2}-\\d{2}' OR NOT pg_input_is_valid(value, type) THEN
              '1206 Invalid timestamp format or value [YYYY-MM-DD HH24:MI:SS]' END
          WHEN type IN ('smallint', 'integer', 'bigint') THEN CASE
            WHEN value !~ '^[+-]?\\d+$' THEN '1207 Invalid digit, Value ''' || value
              || ''', Pos 0, Type: ' || initcap(type)
            WHEN NOT pg_input_is_valid(value, type) THEN
              '1216 Value out of range for type ' || type END
          WHEN type ~ '^numeric' THEN CASE
            WHEN value !~ '^[+-]?(\\d+\\.?\\d*|\\.\\d+)$' THEN
              '1207 Invalid digit, Value ''' || value || ''', Pos 0, Type: Decimal'
            WHEN NOT pg_input_is_valid(value, type) THEN '1209 Numeric overflow' END
          WHEN type IN ('real', 'double precision') THEN CASE
            WHEN value !~ '^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$'
              OR NOT pg_input_is_valid(value, type) THEN
              '1208 Invalid digit, Value ''' || value || ''', Pos 0, Type: Float' END
          WHEN NOT pg_input_is_valid(value, type) THEN '1210 Unknown ' || type || ' format'
        END $$;

      CREATE PROCEDURE redshift_double.report(
        target regclass, file text, line bigint, col text, type text, length text, value text,
        problem text)
      LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM redshift_double.dblink_exec(
          format('hostaddr=127.0.0.1 port=%s dbname=%s user=postgres',
            current_setting('port'), current_database()),
          format('INSERT INTO redshift_double.load_errors (user_name, query_id, table_id, '
            'session_id, file_name, line_number, column_name, column_type, column_length, value, '
            'error_code, error_message) VALUES (%L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L)',
            session_user, pg_current_xact_id(), target::oid, pg_backend_pid(), 's3://' || file,
            line, col, type, length, value, left(problem, 4), substr(problem, 6)));
      END $$;

      CREATE PROCEDURE redshift_double.load(
        relation text, columns text[], bucket text, key text, options jsonb)
      LANGUAGE plpgsql SECURITY DEFINER AS $$
      DECLARE
        target regclass := to_regclass(relation);
        file text;
        bad record;
        failed bigint := 0;
        loaded bigint := 0;
        rows bigint;
        failure text;
        context text;
        names text;
        fields text;
        declared text;
        chosen text;
        tests text;
        header int := coalesce((options ->> 'IGNOREHEADER')::int, 0);
      BEGIN
        IF target IS NULL THEN
          RAISE EXCEPTION 'Cannot COPY into nonexistent table %', relation USING ERRCODE = '42P01';
        END IF;
        IF NOT has_table_privilege(session_user, target, 'INSERT') THEN
          RAISE EXCEPTION 'permission denied for relation %', target USING ERRCODE = '42501';
        END IF;
        IF columns = '{}' THEN
          SELECT array_agg(attname::text ORDER BY attnum) INTO columns FROM pg_attribute
           WHERE attrelid = target AND attnum > 0 AND NOT attisdropped;
        END IF;

        -- One text column for each field, f1, f2 and so on, and what is done with each.
        SELECT string_agg(format('%I', c.name), ', ' ORDER BY c.i),
          string_agg('f' || c.i, ', ' ORDER BY c.i),
          string_agg('f' || c.i || ' text', ', ' ORDER BY c.i),
          string_agg(format('%s::%s', c.loaded, c.type), ', ' ORDER BY c.i),
          string_agg(format(
            'SELECT ordinal, %s, %L, %L, %L, f%s, redshift_double.problem(%s, %L, %s, %L, %L) FROM pg_temp.redshift_rows',
            c.i, c.name, c.type, c.length, c.i, c.value, c.type, coalesce(c.length::text, 'NULL'),
            c.required, options), ' UNION ALL ' ORDER BY c.i)
        INTO names, fields, declared, chosen, tests
        FROM (
          SELECT d.*, CASE
            WHEN d.type ~ '^(char|text)' AND options ? 'TRUNCATECOLUMNS' THEN
              format('redshift_double.first_bytes(%s, %s)', d.value, d.length)
            WHEN d.type ~ '^numeric\\(' THEN
              format('trunc(%s::numeric, %s)', d.value, ((d.modifier - 4) & 2047))
            ELSE d.value END AS loaded
          FROM (
            SELECT n.i, n.name, format_type(a.atttypid, a.atttypmod) AS type,
              a.atttypmod AS modifier, a.attnotnull AS required,
              CASE WHEN format_type(a.atttypid, a.atttypmod) ~ '^(char|text)' AND a.atttypmod > 0
                THEN a.atttypmod - 4 END AS length,
              format('redshift_double.field(f%s, %L, %L)', n.i,
                format_type(a.atttypid, a.atttypmod), options) AS value
            FROM unnest(columns) WITH ORDINALITY AS n(name, i)
            JOIN pg_attribute a ON a.attrelid = target AND a.attname = n.name AND a.attnum > 0) AS d
        ) AS c;
        IF array_length(string_to_array(fields, ', '), 1) IS DISTINCT FROM cardinality(columns) THEN
          RAISE EXCEPTION 'a column of the list does not exist in relation %', target
            USING ERRCODE = '42703';
        END IF;

        FOREACH file IN ARRAY redshift_double.files(bucket, key, options ? 'MANIFEST') LOOP
          DROP TABLE IF EXISTS pg_temp.redshift_rows;
          EXECUTE format('CREATE TEMP TABLE redshift_rows '
            '(ordinal bigint GENERATED ALWAYS AS IDENTITY, %s)', declared);
          BEGIN
            EXECUTE format('COPY pg_temp.redshift_rows (%s) FROM %s WITH (FORMAT csv, HEADER %s, '
              'DELIMITER %L, QUOTE %L, NULL %L, ENCODING ''UTF8'')', fields,
              redshift_double.source(file, options), (header = 1)::text,
              coalesce(options ->> 'DELIMITER', ','), coalesce(options ->> 'QUOTE', '"'),
              E'\\x01\\x01');
          EXCEPTION WHEN bad_copy_file_format OR character_not_in_repertoire THEN
            GET STACKED DIAGNOSTICS failure = MESSAGE_TEXT, context = PG_EXCEPTION_CONTEXT;
            CALL redshift_double.report(target, file,
              substring(context FROM 'line (\\d+)')::bigint, '', '', '', '',
              CASE WHEN failure LIKE 'extra data%' THEN '1202 Extra column(s) found'
                   WHEN failure LIKE 'missing data%' THEN '1203 Delimiter not found'
                   WHEN failure LIKE 'invalid byte%' THEN
                     '1220 String contains invalid or unsupported UTF-8 codepoints'
                   ELSE '1216 Invalid input line' END);
            RAISE EXCEPTION 'Load into table ''%'' failed.  Check ''sys_load_error_detail'' system table for details.', target
              USING ERRCODE = 'XX000';
          END;
          CREATE TEMP TABLE redshift_problems (ordinal bigint, i int, name text, type text,
            length text, raw text, problem text);
          EXECUTE 'INSERT INTO pg_temp.redshift_problems SELECT * FROM (' || tests
            || ') AS t(ordinal, i, name, type, length, raw, problem) WHERE problem IS NOT NULL';
          FOR bad IN SELECT DISTINCT ON (ordinal) * FROM pg_temp.redshift_problems
                      ORDER BY ordinal, i LOOP
            failed := failed + 1;
            -- A row begins behind the line breaks inside of the rows before it.
            EXECUTE format('SELECT coalesce(sum(length(t) - length(replace(t, chr(10), %L))), 0) '
              'FROM (SELECT concat(%s) AS t FROM pg_temp.redshift_rows WHERE ordinal < $1) AS r',
              '', fields) INTO rows USING bad.ordinal;
            CALL redshift_double.report(target, file, bad.ordinal + header + rows, bad.name, bad.type,
              bad.length, bad.raw, bad.problem);
            IF failed > coalesce((options ->> 'MAXERROR')::bigint, 0) THEN
              RAISE EXCEPTION 'Load into table ''%'' failed.  Check ''sys_load_error_detail'' system table for details.', target
                USING ERRCODE = 'XX000';
            END IF;
          END LOOP;
          EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM pg_temp.redshift_rows r '
            'WHERE NOT EXISTS (SELECT FROM pg_temp.redshift_problems p '
            'WHERE p.ordinal = r.ordinal) ORDER BY ordinal', target, names, chosen);
          GET DIAGNOSTICS rows = ROW_COUNT;
          loaded := loaded + rows;
          DROP TABLE pg_temp.redshift_problems, pg_temp.redshift_rows;
        END LOOP;
        PERFORM set_config('redshift_double.copied', loaded::text, false);
        RAISE INFO 'Load into table ''%'' completed, % record(s) loaded successfully.',
          target, loaded;
      END $$;

      -- As many whole characters as fit into so many bytes of UTF-8.
      CREATE FUNCTION redshift_double.first_bytes(value text, bytes int) RETURNS text
      LANGUAGE sql IMMUTABLE AS $$
        SELECT max(left(value, n)) FROM generate_series(0, length(value)) AS n
        WHERE octet_length(left(value, n)) <= bytes $$;
      """;

  private RedshiftLoading() {}
}
