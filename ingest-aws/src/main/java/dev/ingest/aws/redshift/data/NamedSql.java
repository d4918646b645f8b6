package dev.ingest.aws.redshift.data;

import dev.ingest.aws.sql.BoundSql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;

/**
 * Statements as the Data API takes them. All of a batch share their parameters, which have names
 * and are texts of at least one character: whole numbers, null and the empty text stand in the
 * statement itself.
 */
final class NamedSql {

  private final List<String> statements = new ArrayList<>();
  private final List<SqlParameter> parameters = new ArrayList<>();

  NamedSql(List<BoundSql> all) {
    all.forEach(this::add);
  }

  List<String> statements() {
    return List.copyOf(statements);
  }

  List<SqlParameter> parameters() {
    return List.copyOf(parameters);
  }

  private void add(BoundSql sql) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Object value : sql.values()) {
      int mark = sql.text().indexOf('?', from);
      text.append(sql.text(), from, mark).append(inText(value));
      from = mark + 1;
    }
    statements.add(text.append(sql.text().substring(from)).toString());
  }

  private String inText(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    String text = value.toString();
    if (value instanceof Long || text.isEmpty()) {
      return text.isEmpty() ? "''" : text;
    }
    String name = "p" + (parameters.size() + 1);
    parameters.add(SqlParameter.builder().name(name).value(text).build());
    return ":" + name;
  }
}
