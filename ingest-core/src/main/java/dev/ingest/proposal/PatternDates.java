package dev.ingest.proposal;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.workbook.Cell;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Dates by patterns of one language; those are proposed that were met. Not thread-safe. */
final class PatternDates implements WrittenForm {

  private final String language;
  private final List<String> patterns;
  private final Map<String, CellDecoder<LocalDateTime>> decoders = new LinkedHashMap<>();
  private final TreeSet<Integer> met = new TreeSet<>();

  private PatternDates(String language, List<String> patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  /**
   * Makes a form.
   *
   * @param language of the names of months, or empty
   */
  static PatternDates of(String language, String... patterns) {
    return new PatternDates(language, Arrays.asList(patterns));
  }

  @Override
  public @Nullable LocalDateTime read(Cell cell) {
    LocalDateTime at = WrittenDates.decoded(CellDecoders.dateTimes(), cell);
    for (int i = 0; at == null && i < patterns.size(); i++) {
      at = WrittenDates.decoded(decoder(patterns.get(i)), cell);
      if (at != null) {
        met.add(i);
      }
    }
    return at;
  }

  private CellDecoder<LocalDateTime> decoder(String pattern) {
    return decoders.computeIfAbsent(
        pattern, p -> CellDecoders.dateTimes().withPattern(Locale.forLanguageTag(language), p));
  }

  @Override
  public Optional<ProposedRule> rule(String evidence) {
    List<String> needed = met.stream().map(patterns::get).toList();
    return needed.isEmpty()
        ? Optional.empty()
        : Optional.of(ProposedRule.datesAsText(needed, language, evidence));
  }
}
