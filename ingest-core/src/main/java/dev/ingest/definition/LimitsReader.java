package dev.ingest.definition;

import dev.ingest.workbook.ReadLimits;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Reads and writes how much of a workbook is taken in. */
final class LimitsReader {

  private static final long INTEGERS = Integer.MAX_VALUE;

  /** A limit: the greatest value that it can have, what it is, and how it is set. */
  private record Setting(
      long most, ToLongFunction<ReadLimits> get, BiFunction<ReadLimits, Long, ReadLimits> set) {}

  private static final Map<String, Setting> SETTINGS = settings();

  private LimitsReader() {}

  private static Map<String, Setting> settings() {
    Map<String, Setting> all = new LinkedHashMap<>();
    all.put(
        "sourceBytes",
        new Setting(Long.MAX_VALUE, ReadLimits::sourceBytes, ReadLimits::withSourceBytes));
    all.put("spooledMemory", setting(ReadLimits::spooledMemory, ReadLimits::withSpooledMemory));
    all.put(
        "inflatedBytes",
        new Setting(Long.MAX_VALUE, ReadLimits::inflatedBytes, ReadLimits::withInflatedBytes));
    all.put(
        "partBytes", new Setting(Long.MAX_VALUE, ReadLimits::partBytes, ReadLimits::withPartBytes));
    all.put("entries", setting(ReadLimits::entries, ReadLimits::withEntries));
    all.put("declarations", setting(ReadLimits::declarations, ReadLimits::withDeclarations));
    all.put("sharedStrings", setting(ReadLimits::sharedStrings, ReadLimits::withSharedStrings));
    all.put("rows", new Setting(Long.MAX_VALUE, ReadLimits::rows, ReadLimits::withRows));
    all.put("columns", setting(ReadLimits::columns, ReadLimits::withColumns));
    all.put("cells", new Setting(Long.MAX_VALUE, ReadLimits::cells, ReadLimits::withCells));
    all.put("textLength", setting(ReadLimits::textLength, ReadLimits::withTextLength));
    all.put("xmlDepth", setting(ReadLimits::xmlDepth, ReadLimits::withXmlDepth));
    return all;
  }

  private static Setting setting(
      ToIntFunction<ReadLimits> get, BiFunction<ReadLimits, Integer, ReadLimits> set) {
    return new Setting(
        INTEGERS, get::applyAsInt, (to, most) -> set.apply(to, Math.toIntExact(most)));
  }

  /** Returns the section that declares limits, with those that are not the default. */
  static SectionText write(ReadLimits limits) {
    ReadLimits defaults = ReadLimits.defaults();
    SectionText section = new SectionText();
    SETTINGS.forEach(
        (name, setting) -> {
          long limit = setting.get().applyAsLong(limits);
          if (limit != setting.get().applyAsLong(defaults)) {
            section.with(name, Long.toString(limit));
          }
        });
    return limits.time().equals(defaults.time())
        ? section
        : section.text("time", limits.time().toString());
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
