package dev.ingest.bench.program;

/** Does nothing: what a Java process costs. */
public final class Hello {

  private Hello() {}

  /** Says hello. */
  public static void main(String[] args) {
    System.out.println("hello, world");
    ProcSelf.print(System.out);
  }
}
