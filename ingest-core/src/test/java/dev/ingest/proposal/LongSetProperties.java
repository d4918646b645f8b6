package dev.ingest.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A set of numbers tells what it has seen as the JDK's does. */
class LongSetProperties {

  @Property(tries = 200)
  void aNumberIsAddedOnce(
      @ForAll @Size(max = 500) List<@LongRange(min = 1, max = 400) Long> few,
      @ForAll @Size(max = 100) List<@LongRange(min = 2) Long> any) {
    LongSet set = new LongSet();
    Set<Long> known = new HashSet<>();

    few.forEach(number -> assertThat(set.add(number)).isEqualTo(known.add(number)));
    any.forEach(number -> assertThat(set.add(number)).isEqualTo(known.add(number)));
  }
}
