package dev.ingest.testkit.doubles.redshift;

/**
 * The options of Redshift's {@code COPY} that the double knows, by the form of their argument.
 *
 * <p>Source: Amazon Redshift Database Developer Guide, "COPY", "Syntax" and "Parameter reference".
 */
enum CopyOption {
  IAM_ROLE(Argument.ROLE),
  FORMAT(Argument.FORMAT),
  CSV(Argument.NONE),
  QUOTE(Argument.CHARACTER),
  DELIMITER(Argument.CHARACTER),
  MANIFEST(Argument.NONE),
  REGION(Argument.TEXT),
  IGNOREHEADER(Argument.NUMBER),
  NULL(Argument.TEXT),
  EMPTYASNULL(Argument.NONE),
  BLANKSASNULL(Argument.NONE),
  IGNOREBLANKLINES(Argument.NONE),
  TRUNCATECOLUMNS(Argument.NONE),
  ENCODING(Argument.UTF8),
  DATEFORMAT(Argument.DATE_FORMAT),
  TIMEFORMAT(Argument.TIME_FORMAT),
  MAXERROR(Argument.NUMBER),
  COMPUPDATE(Argument.SWITCH),
  STATUPDATE(Argument.SWITCH),
  GZIP(Argument.NONE),

  // In the grammar of Redshift, but not in the double's.
  CREDENTIALS(Argument.NOT_IMITATED),
  ACCESS_KEY_ID(Argument.NOT_IMITATED),
  PARQUET(Argument.NOT_IMITATED),
  ORC(Argument.NOT_IMITATED),
  AVRO(Argument.NOT_IMITATED),
  JSON(Argument.NOT_IMITATED),
  SHAPEFILE(Argument.NOT_IMITATED),
  FIXEDWIDTH(Argument.NOT_IMITATED),
  ENCRYPTED(Argument.NOT_IMITATED),
  BZIP2(Argument.NOT_IMITATED),
  LZOP(Argument.NOT_IMITATED),
  ZSTD(Argument.NOT_IMITATED),
  SSH(Argument.NOT_IMITATED),
  ACCEPTANYDATE(Argument.NOT_IMITATED),
  ACCEPTINVCHARS(Argument.NOT_IMITATED),
  ESCAPE(Argument.NOT_IMITATED),
  EXPLICIT_IDS(Argument.NOT_IMITATED),
  FILLRECORD(Argument.NOT_IMITATED),
  REMOVEQUOTES(Argument.NOT_IMITATED),
  ROUNDEC(Argument.NOT_IMITATED),
  TRIMBLANKS(Argument.NOT_IMITATED),
  COMPROWS(Argument.NOT_IMITATED),
  NOLOAD(Argument.NOT_IMITATED);

  private final Argument argument;

  CopyOption(Argument argument) {
    this.argument = argument;
  }

  Argument argument() {
    return argument;
  }

  /** What follows the name of an option. */
  enum Argument {
    /** Nothing. */
    NONE,
    /** {@code default} or a string with the ARN of a role. */
    ROLE,
    /** {@code [AS] CSV}. */
    FORMAT,
    /** {@code [AS] 'c'}. */
    CHARACTER,
    /** {@code [AS] 'text'}. */
    TEXT,
    /** {@code [AS] n}. */
    NUMBER,
    /** {@code [AS] UTF8}. */
    UTF8,
    /** {@code [AS] 'auto'} or {@code 'YYYY-MM-DD'}. */
    DATE_FORMAT,
    /** {@code [AS] 'auto'} or {@code 'YYYY-MM-DD HH:MI:SS'}. */
    TIME_FORMAT,
    /** {@code ON}, {@code OFF}, {@code TRUE}, {@code FALSE}, {@code PRESET} or nothing. */
    SWITCH,
    /** Whatever it is, the double refuses it. */
    NOT_IMITATED
  }
}
