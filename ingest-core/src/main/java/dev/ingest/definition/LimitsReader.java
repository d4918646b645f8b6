package dev.ingest.definition;

import dev.ingest.workbook.ReadLimits;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads how much of a workbook is taken in. */
final class LimitsReader {

  private static final long INTEGERS = Integer.MAX_VALUE;

  /** A limit: the greatest value that it can have, and how it is set. */
  private record Setting(long most, BiFunction<ReadLimits, Long, ReadLimits> set) {}

  private static final Map<String, Setting> SETTINGS = settings();

  private LimitsReader() {}

  private static Map<String, Setting> settings() {
    Map<String, Setting> all = new LinkedHashMap<>();
    all.put("sourceBytes", new Setting(Long.MAX_VALUE, ReadLimits::withSourceBytes));
    all.put(
        "spooledMemory",
        new Setting(INTEGERS, (to, most) -> to.withSpooledMemory(most.intValue())));
    all.put("inflatedBytes", new Setting(Long.MAX_VALUE, ReadLimits::withInflatedBytes));
    all.put("partBytes", new Setting(Long.MAX_VALUE, ReadLimits::withPartBytes));
    all.put("entries", new Setting(INTEGERS, (to, most) -> to.withEntries(most.intValue())));
    all.put(
        "declarations", new Setting(INTEGERS, (to, most) -> to.withDeclarations(most.intValue())));
    all.put(
        "sharedStrings",
        new Setting(INTEGERS, (to, most) -> to.withSharedStrings(most.intValue())));
    all.put("rows", new Setting(Long.MAX_VALUE, ReadLimits::withRows));
    all.put("columns", new Setting(INTEGERS, (to, most) -> to.withColumns(most.intValue())));
    all.put("cells", new Setting(Long.MAX_VALUE, ReadLimits::withCells));
    all.put("textLength", new Setting(INTEGERS, (to, most) -> to.withTextLength(most.intValue())));
    all.put("xmlDepth", new Setting(INTEGERS, (to, most) -> to.withXmlDepth(most.intValue())));
    return all;
  }

  /** Returns the limits; what is not said is the default. */
  static ReadLimits read(Value value) {
    ReadLimits limits = ReadLimits.defaults();
    Fields fields = value.fields();
    if (fields == null) {
      return limits;
    }
    for (Map.Entry<String, Setting> setting : SETTINGS.entrySet()) {
      Value at = fields.get(setting.getKey());
      Long most = at == null ? null : at.whole(1, setting.getValue().most());
      if (most != null) {
        limits = setting.getValue().set().apply(limits, most);
      }
    }
    Value time = fields.get("time");
    Duration within = time == null ? null : time.made(LimitsReader::duration);
    fields.end();
    return within == null ? limits : limits.withTime(within);
  }

  private static Duration duration(String text) {
    Duration duration = parsed(text);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("expected some time, found \"" + text + "\"");
    }
    return duration;
  }

  private static Duration parsed(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException none) {
      throw new IllegalArgumentException(
          "expected a duration such as PT10M, found \"" + text + "\"", none);
    }
  }
}
