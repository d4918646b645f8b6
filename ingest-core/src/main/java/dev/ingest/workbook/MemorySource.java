package dev.ingest.workbook;

/** A workbook in memory. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying the bytes would cost
record MemorySource(String name, byte[] bytes) implements WorkbookSource {

  @Override
  public WorkbookBytes open() {
    return new MemoryBytes(bytes, bytes.length);
  }

  /** The first bytes of an array. */
  record MemoryBytes(byte[] bytes, int size) implements WorkbookBytes {

    @Override
    public long length() {
      return size;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
      int count = (int) Math.max(0, Math.min(length, size - position));
      if (count > 0) {
        System.arraycopy(bytes, (int) position, into, offset, count);
      }
      return count;
    }

    @Override
    public void close() {}
  }
}
