package dev.ingest.definition;

import com.fasterxml.jackson.core.JsonLocation;

/**
 * Where something stands in a file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record Place(int line, int column) {

  static final Place START = new Place(1, 1);

  static Place of(JsonLocation location) {
    return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
