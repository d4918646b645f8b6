package dev.ingest.testkit.doubles.redshift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** Rows as {@code GetStatementResult} answers them, all in one page. */
final class DataResult {

  private DataResult() {}

  static ObjectNode of(ResultSet rows) throws SQLException {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ResultSetMetaData shape = rows.getMetaData();
    ArrayNode columns = result.putArray("ColumnMetadata");
    for (int i = 1; i <= shape.getColumnCount(); i++) {
      ObjectNode column = columns.addObject();
      column.put("name", shape.getColumnName(i)).put("label", shape.getColumnLabel(i));
      column.put("typeName", shape.getColumnTypeName(i)).put("nullable", shape.isNullable(i));
      column.put("precision", shape.getPrecision(i)).put("scale", shape.getScale(i));
    }
    ArrayNode records = result.putArray("Records");
    while (rows.next()) {
      ArrayNode cells = records.addArray();
      for (int i = 1; i <= shape.getColumnCount(); i++) {
        putField(cells.addObject(), rows, i, shape.getColumnType(i));
      }
    }
    return result.put("TotalNumRows", records.size());
  }

  private static void putField(ObjectNode field, ResultSet rows, int column, int type)
      throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      field.put("isNull", true);
      return;
    }
    switch (type) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          field.put("longValue", rows.getLong(column));
      case Types.REAL, Types.FLOAT, Types.DOUBLE ->
          field.put("doubleValue", rows.getDouble(column));
      case Types.BIT, Types.BOOLEAN -> field.put("booleanValue", rows.getBoolean(column));
      default -> field.put("stringValue", text);
    }
  }
}
