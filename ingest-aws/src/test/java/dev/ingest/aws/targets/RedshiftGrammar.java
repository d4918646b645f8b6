package dev.ingest.aws.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The syntax of the commands that we send to Redshift, written down from the "SQL commands" of the
 * Amazon Redshift Database Developer Guide, and not from what the double takes. A form is a regular
 * expression over tokens, with one blank between them: words of the language in upper case, {@code
 * NAME}, {@code STRING}, {@code NUMBER}, {@code VALUE} for what is bound, and signs.
 */
final class RedshiftGrammar {

  /**
   * A command.
   *
   * @param page of the guide
   * @param form the part of its syntax that we use
   */
  private record Command(String page, String form) {}

  private static final String TABLE = "NAME(?: \\. NAME)?";
  private static final String NAMES = "NAME(?: , NAME)*";
  private static final String TYPE =
      "(?:(?:VARCHAR|CHARACTER VARYING|CHARACTER) \\( NUMBER \\)|NUMERIC \\( NUMBER , NUMBER \\)"
          + "|SMALLINT|INTEGER|BIGINT|BOOLEAN|DATE|REAL|DOUBLE PRECISION"
          + "|TIMESTAMP(?: (?:WITH|WITHOUT) TIME ZONE)?)";
  private static final String COLUMN = "NAME " + TYPE + "(?: NOT NULL)?";
  private static final String QUERY =
      "SELECT (?:DISTINCT )?[^;]+?(?: FROM [^;]+?)?(?: WHERE [^;]+?)?(?: GROUP BY [^;]+?(?: HAVING [^;]+?)?)?(?: ORDER BY [^;]+?)?(?: LIMIT NUMBER)?";
  private static final String CONDITION = "[^;]+";

  private static final List<Command> COMMANDS =
      List.of(
          new Command("BEGIN", "BEGIN"),
          new Command("COMMIT", "COMMIT"),
          new Command("ROLLBACK", "ROLLBACK"),
          new Command("SET", "SET NAME TO NUMBER"),
          new Command("LOCK", "LOCK (?:TABLE )?" + TABLE + "(?: , " + TABLE + ")*"),
          new Command(
              "CREATE TABLE",
              "CREATE (?:TEMPORARY )?TABLE (?:IF NOT EXISTS )?"
                  + TABLE
                  + " \\( "
                  + COLUMN
                  + "(?: , "
                  + COLUMN
                  + ")* \\)"),
          new Command("CREATE TABLE AS", "CREATE (?:TEMPORARY )?TABLE NAME AS " + QUERY),
          new Command(
              "COPY",
              "COPY "
                  + TABLE
                  + " \\( "
                  + NAMES
                  + " \\) FROM STRING IAM_ROLE STRING FORMAT AS CSV"
                  + "(?: MANIFEST| REGION STRING| IGNOREHEADER NUMBER| NULL AS STRING"
                  + "| ENCODING UTF8| DATEFORMAT STRING| TIMEFORMAT STRING| MAXERROR NUMBER"
                  + "| COMPUPDATE OFF| STATUPDATE OFF)*"),
          new Command(
              "DELETE",
              "DELETE FROM " + TABLE + "(?: USING " + TABLE + ")?(?: WHERE " + CONDITION + ")?"),
          new Command(
              "UPDATE",
              "UPDATE "
                  + TABLE
                  + " SET NAME = NAME \\. NAME(?: , NAME = NAME \\. NAME)* FROM NAME AS NAME WHERE "
                  + CONDITION),
          new Command("INSERT", "INSERT INTO " + TABLE + " \\( " + NAMES + " \\) " + QUERY),
          new Command("SELECT", QUERY));

  private static final Set<String> WORDS =
      Set.of(
          "BEGIN COMMIT ROLLBACK SET TO LOCK TABLE CREATE TEMPORARY IF NOT EXISTS AS SELECT DISTINCT FROM WHERE GROUP ORDER BY HAVING LIMIT JOIN LEFT ON INSERT INTO UPDATE DELETE USING COPY IAM_ROLE FORMAT CSV MANIFEST REGION IGNOREHEADER NULL NULLS LAST ENCODING UTF8 DATEFORMAT TIMEFORMAT MAXERROR COMPUPDATE STATUPDATE OFF AND IS CASE WHEN THEN ELSE END CAST DESC VARCHAR CHARACTER VARYING NUMERIC SMALLINT INTEGER BIGINT BOOLEAN DATE REAL DOUBLE PRECISION TIMESTAMP WITH WITHOUT TIME ZONE"
              .split(" ", -1));

  /**
   * The functions that we call: "SQL functions reference"; the last two are of the catalogue, on
   * the leader node, as in the guide's own "Querying the catalog tables".
   */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "count",
          "coalesce",
          "max",
          "upper",
          "rpad",
          "trim",
          "octet_length",
          "getdate",
          "format_type",
          "pg_table_is_visible");

  /**
   * "Reserved words": no name of ours may be one without quotes, nor any word that is not above.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "AES128 AES256 ALL ALLOWOVERWRITE ANALYSE ANALYZE ANY ARRAY ASC AUTHORIZATION AZ64 BACKUP BETWEEN BINARY BLANKSASNULL BOTH BYTEDICT BZIP2 CHECK COLLATE COLUMN CONNECT CONSTRAINT CREDENTIALS CROSS CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURRENT_USER_ID DEFAULT DEFERRABLE DEFLATE DEFRAG DELTA DELTA32K DISABLE DO EMPTYASNULL ENABLE ENCODE ENCRYPT ENCRYPTION EXCEPT EXPLICIT FALSE FOR FOREIGN FREEZE FULL GLOBALDICT256 GLOBALDICT64K GRANT GZIP IDENTITY IGNORE ILIKE IN INITIALLY INNER INTERSECT INTERVAL ISNULL LANGUAGE LEADING LIKE LOCALTIME LOCALTIMESTAMP LUN LUNS LZO LZOP MINUS MOSTLY16 MOSTLY32 MOSTLY8 NATURAL NEW NOTNULL OFFLINE OFFSET OID OLD ONLY OPEN OR OUTER OVERLAPS PARALLEL PARTITION PERCENT PERMISSIONS PIVOT PLACING PRIMARY RAW READRATIO RECOVER REFERENCES REJECTLOG RESORT RESPECT RESTORE RIGHT SESSION_USER SIMILAR SNAPSHOT SOME SYSDATE SYSTEM TAG TDES TEXT255 TEXT32K TOP TRAILING TRUE TRUNCATECOLUMNS UNION UNIQUE UNNEST UNPIVOT USER VERBOSE WALLET TRUNCATE VACUUM RETURNING CONFLICT VALUES"
              .split(" ", -1));

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<name>\"[^\"]+\")|(?<string>'[^'\\\\]*')|(?<value>\\?|\\$\\d+|:p\\d+)"
              + "|(?<number>\\d+)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[-+*/=<>.,()]))");

  private final String sql;
  private final List<String> tokens = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private RedshiftGrammar(String sql) {
    this.sql = sql;
  }

  /** Returns what is wrong with a statement; nothing where it is of the grammar. */
  static List<String> mistakes(String sql) {
    RedshiftGrammar read = new RedshiftGrammar(sql);
    read.tokens();
    String text = String.join(" ", read.tokens);
    boolean known = COMMANDS.stream().anyMatch(command -> text.matches(command.form()));
    if (!known) {
      read.wrong.add("no command of the guide: " + text);
    }
    return List.copyOf(read.wrong);
  }

  /** Returns the pages of the commands that a statement is. */
  static List<String> pages(String sql) {
    RedshiftGrammar read = new RedshiftGrammar(sql);
    read.tokens();
    String text = String.join(" ", read.tokens);
    return COMMANDS.stream()
        .filter(command -> text.matches(command.form()))
        .map(Command::page)
        .toList();
  }

  private void tokens() {
    Matcher matcher = TOKEN.matcher(sql);
    int at = 0;
    while (at < sql.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        wrong.add("no token: " + sql.substring(at));
        return;
      }
      at = matcher.end();
      boolean call = at < sql.length() && sql.charAt(at) == '(';
      tokens.add(token(matcher, call));
    }
  }

  private String token(Matcher matcher, boolean call) {
    for (String kind : List.of("name", "string", "value", "number")) {
      if (matcher.group(kind) != null) {
        return kind.toUpperCase(Locale.ROOT);
      }
    }
    String word = matcher.group("word");
    if (word != null && !tokens.isEmpty() && tokens.get(tokens.size() - 1).equals(".")) {
      return "NAME"; // of a column, which may be any word there
    }
    return word == null ? matcher.group("sign") : word(word, call);
  }

  private String word(String word, boolean call) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (WORDS.contains(upper)) {
      return upper;
    }
    if (RESERVED.contains(upper)) {
      wrong.add("a word that is reserved, or not Redshift's: " + word);
    }
    if (call && !FUNCTIONS.contains(word)) {
      wrong.add("a function that is not in the table: " + word);
    }
    return "NAME";
  }
}
