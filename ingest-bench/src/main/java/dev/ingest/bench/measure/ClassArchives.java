package dev.ingest.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** An archive of loaded classes for each program, made and used as {@code ./ingest} does. */
public final class ClassArchives {

  private static final int FIRST_WITH_AOT_CACHE = 25;

  private final Path folder;
  private final boolean aotCache;

  /**
   * Keeps archives in a folder.
   *
   * @param feature the version of the JDK that runs the programs: 17
   */
  public ClassArchives(Path folder, int feature) {
    this.folder = folder;
    this.aotCache = feature >= FIRST_WITH_AOT_CACHE;
  }

  /** Returns the flags of the run that makes a program's archive; an old one is deleted. */
  public List<String> making(Program program) throws IOException {
    Files.deleteIfExists(file(program));
    return flags(aotCache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=", program);
  }

  /** Returns the flags of a run that uses it. */
  public List<String> using(Program program) {
    return flags(aotCache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=", program);
  }

  private List<String> flags(String flag, Program program) {
    return List.of("-Xlog:disable", flag + file(program));
  }

  private Path file(Program program) {
    return folder.resolve("classes-" + program.name().toLowerCase(Locale.ROOT));
  }
}
