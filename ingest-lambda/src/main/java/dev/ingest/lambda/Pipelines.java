package dev.ingest.lambda;

import dev.ingest.pipeline.KeyPattern;
import dev.ingest.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of the function, of which each key has at most one. What would have two is refused
 * before the first event, and so is an upload that a run would write itself.
 */
final class Pipelines {

  /**
   * A pipeline and where it is from.
   *
   * @param source its file, for messages
   */
  record Entry(String source, Pipeline<?> pipeline) {

    String shown() {
      return "%s (%s)".formatted(pipeline.name(), source);
    }
  }

  private final List<Entry> entries;
  private final Premises premises;

  private Pipelines(List<Entry> entries, Premises premises) {
    this.entries = List.copyOf(entries);
    this.premises = premises;
  }

  /**
   * Makes the pipelines of a function.
   *
   * @param entries as their destination takes them
   * @param premises where uploads come from, and what is written beside the outputs
   * @throws IllegalArgumentException if two take the same key, or one takes what is written; the
   *     message tells all of these
   */
  static Pipelines of(List<Entry> entries, Premises premises) {
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      for (int j = i + 1; j < entries.size(); j++) {
        checkApart(entries.get(i), entries.get(j), mistakes);
      }
    }
    if (premises.takesFromOutput()) {
      checkNoLoop(entries, premises, mistakes);
    }
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "pipelines: expected that none is in another's way, found what follows; correct it\n"
              + String.join("\n", mistakes));
    }
    return new Pipelines(entries, premises);
  }

  private static void checkApart(Entry one, Entry other, List<String> mistakes) {
    Optional<String> common = one.pipeline().uploadKey().common(other.pipeline().uploadKey());
    if (common.isPresent()) {
      mistakes.add(
          "%s and %s: expected no key that both take, found \"%s\"; change the upload key of one"
              .formatted(one.shown(), other.shown(), common.get()));
    }
  }

  private static void checkNoLoop(List<Entry> entries, Premises premises, List<String> mistakes) {
    for (Entry entry : entries) {
      for (Entry writer : entries) {
        checkNotWritten(entry, writer.pipeline().outputKey(), premises, mistakes);
      }
      for (KeyPattern written : premises.besides()) {
        checkNotWritten(entry, written, premises, mistakes);
      }
    }
  }

  private static void checkNotWritten(
      Entry entry, KeyPattern written, Premises premises, List<String> mistakes) {
    Optional<String> common = entry.pipeline().uploadKey().common(written);
    if (common.isPresent()) {
      mistakes.add(
          "%s: expected uploads and output to differ by bucket or prefix, found \"%s\" to be both, if it is in %s; change a key, or name other buckets in INGEST_INPUT_BUCKETS"
              .formatted(entry.shown(), common.get(), premises.outputBucket()));
    }
  }

  /** Returns the pipeline of a key, or null if none takes it. */
  @Nullable Pipeline<?> of(String key) {
    for (Entry entry : entries) {
      if (entry.pipeline().uploadKey().match(key).isPresent()) {
        return entry.pipeline();
      }
    }
    return null;
  }

  /** Returns whether a key of the output bucket is one that runs write. */
  boolean write(String key) {
    for (Entry entry : entries) {
      if (entry.pipeline().outputKey().match(key).isPresent()) {
        return true;
      }
    }
    for (KeyPattern written : premises.besides()) {
      if (written.match(key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the forms of keys that are taken, for messages. */
  String forms() {
    List<String> forms = new ArrayList<>();
    for (Entry entry : entries) {
      forms.add(entry.pipeline().uploadKey().toString());
    }
    return String.join(" or ", forms);
  }
}
