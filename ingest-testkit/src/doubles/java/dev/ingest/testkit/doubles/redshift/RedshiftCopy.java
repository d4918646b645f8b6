package dev.ingest.testkit.doubles.redshift;

import static dev.ingest.testkit.doubles.redshift.RedshiftRefusal.literal;

import dev.ingest.testkit.doubles.redshift.SqlToken.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code COPY} from S3, read by Redshift's grammar. */
final class RedshiftCopy {

  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+");
  private static final Pattern LOCATION = Pattern.compile("s3://([^/]+)/(.+)", Pattern.DOTALL);
  private static final Set<String> SWITCHES = Set.of("ON", "OFF", "TRUE", "FALSE", "PRESET");
  private static final Set<String> DATE_FORMATS = Set.of("auto", "YYYY-MM-DD");
  private static final Set<String> TIME_FORMATS =
      Set.of("auto", "YYYY-MM-DD HH:MI:SS", "YYYY-MM-DD HH24:MI:SS");
  private static final int MOST_ERRORS = 100_000;

  private final TokenReader in;
  private final Map<CopyOption, String> options = new EnumMap<>(CopyOption.class);
  private final List<String> table = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private String location = "";

  private RedshiftCopy(TokenReader in) {
    this.in = in;
  }

  /** The call of the double's procedure that does what the statement says. */
  static String callFor(List<SqlToken> statement) {
    RedshiftCopy copy = new RedshiftCopy(new TokenReader(statement));
    copy.read();
    copy.check();
    return copy.call();
  }

  private void read() {
    in.word("COPY");
    table.add(in.name());
    if (in.skipSymbol(".")) {
      table.add(in.name());
    }
    readColumns();
    in.word("FROM");
    location = in.value(Kind.STRING);
    while (!in.atEnd()) {
      readOption();
    }
  }

  private void readColumns() {
    if (in.skipSymbol("(")) {
      columns.add(in.name());
      while (in.skipSymbol(",")) {
        columns.add(in.name());
      }
      in.symbol(")");
    }
  }

  private void readOption() {
    CopyOption option = option();
    in.next();
    String value = argument(option);
    if (option == CopyOption.FORMAT) {
      option = CopyOption.CSV;
    }
    if (options.put(option, value) != null) {
      throw new RedshiftRefusal("42601", "conflicting or redundant options");
    }
  }

  private CopyOption option() {
    if (in.peek().kind() == Kind.WORD) {
      for (CopyOption option : CopyOption.values()) {
        if (option.name().equals(in.peek().text())) {
          return option;
        }
      }
    }
    throw in.unexpected();
  }

  private String argument(CopyOption option) {
    return switch (option.argument()) {
      case NONE -> "true";
      case ROLE -> role();
      case FORMAT -> format();
      case CHARACTER -> character(option);
      case TEXT -> text();
      case NUMBER -> number();
      case UTF8 -> encoding();
      case DATE_FORMAT -> oneOf(DATE_FORMATS, option);
      case TIME_FORMAT -> oneOf(TIME_FORMATS, option);
      case SWITCH -> String.valueOf(in.skipOneOf(SWITCHES));
      case NOT_IMITATED -> throw RedshiftRefusal.notImitated("the option " + option + " of COPY");
    };
  }

  private String role() {
    if (in.skipWord("DEFAULT")) {
      return "default";
    }
    String roles = in.value(Kind.STRING);
    for (String role : roles.split(",", -1)) {
      if (!ROLE.matcher(role).matches()) {
        throw new RedshiftRefusal(
            "XX000", "Invalid credentials. Must be of the format: arn of role");
      }
    }
    return roles;
  }

  private String format() {
    in.skipWord("AS");
    CopyOption format = option();
    if (format.argument() == CopyOption.Argument.NOT_IMITATED) {
      throw RedshiftRefusal.notImitated("the option " + format + " of COPY");
    }
    in.word("CSV");
    return "true";
  }

  private String character(CopyOption option) {
    String value = text();
    if (value.length() != 1 || value.charAt(0) > '~') {
      throw new RedshiftRefusal("0A000", "COPY " + option + " must be a single ASCII character");
    }
    return value;
  }

  private String text() {
    in.skipWord("AS");
    return in.value(Kind.STRING);
  }

  private String number() {
    in.skipWord("AS");
    return in.value(Kind.NUMBER);
  }

  private String encoding() {
    in.skipWord("AS");
    if (!in.skipWord("UTF8")) {
      throw RedshiftRefusal.notImitated("any ENCODING of COPY but UTF8");
    }
    return "UTF8";
  }

  private String oneOf(Set<String> known, CopyOption option) {
    String value = text();
    if (!known.contains(value)) {
      throw RedshiftRefusal.notImitated("the " + option + " '" + value + "' of COPY");
    }
    return value;
  }

  private void check() {
    if (!options.containsKey(CopyOption.IAM_ROLE)) {
      throw new RedshiftRefusal("XX000", "CREDENTIALS argument is not supplied.");
    }
    if (!options.containsKey(CopyOption.CSV)) {
      throw RedshiftRefusal.notImitated("a COPY that is not in the format CSV");
    }
    if (!LOCATION.matcher(location).matches()) {
      throw new RedshiftRefusal(
          "0A000",
          "LOAD source is not supported. (Hint: only S3 or DynamoDB or EMR based load is allowed)");
    }
    if (intOf(CopyOption.MAXERROR) > MOST_ERRORS) {
      throw new RedshiftRefusal("22023", "MAXERROR must be between 0 and 100000");
    }
    if (intOf(CopyOption.IGNOREHEADER) > 1) {
      throw RedshiftRefusal.notImitated("IGNOREHEADER of more than one line");
    }
  }

  private int intOf(CopyOption option) {
    return Integer.parseInt(options.getOrDefault(option, "0"));
  }

  private String call() {
    Matcher parts = LOCATION.matcher(location);
    if (!parts.matches()) {
      throw new IllegalStateException("checked before");
    }
    StringJoiner names = new StringJoiner(", ", "ARRAY[", "]::text[]");
    columns.forEach(column -> names.add(literal(column)));
    StringJoiner pairs = new StringJoiner(", ", "jsonb_build_object(", ")");
    options.forEach((option, value) -> pairs.add(literal(option.name()) + ", " + literal(value)));
    return "CALL redshift_double.load(%s, %s, %s, %s, %s)"
        .formatted(relation(), names, literal(parts.group(1)), literal(parts.group(2)), pairs);
  }

  private String relation() {
    StringJoiner quoted = new StringJoiner(".");
    table.forEach(part -> quoted.add('"' + part.replace("\"", "\"\"") + '"'));
    return literal(quoted.toString());
  }
}
