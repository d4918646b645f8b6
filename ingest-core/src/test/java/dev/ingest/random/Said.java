package dev.ingest.random;

/**
 * A filter or a rule of rows, in both forms.
 *
 * @param file as an entry of a file, {@code sameAsFirst: c0}; empty where only Java can say it
 * @param java as Java says it
 */
record Said<T>(String file, T java) {

  boolean isOfJavaOnly() {
    return file.isEmpty();
  }

  /** By its words, for samples that fail. */
  @Override
  public String toString() {
    return isOfJavaOnly() ? "(in Java) " + java : file;
  }
}
