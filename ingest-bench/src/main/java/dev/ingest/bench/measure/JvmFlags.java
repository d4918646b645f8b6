package dev.ingest.bench.measure;

import java.util.List;

/** How the Java virtual machine is started. */
public enum JvmFlags {
  /** As the command line's launcher starts it: for one short run. */
  LAUNCHER(
      "launcher", List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MaxNewSize=32m")),
  /** As it comes. */
  DEFAULT("default", List.of());

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<String> flags;

  JvmFlags(String label, List<String> flags) {
    this.label = label;
    this.flags = flags;
  }

  /** Returns the name in tables. */
  public String label() {
    return label;
  }

  /** Returns the flags. */
  public List<String> flags() {
    return flags;
  }

  /** Returns the flags as one types them. */
  public String text() {
    return flags.isEmpty() ? "no flags" : String.join(" ", flags);
  }
}
