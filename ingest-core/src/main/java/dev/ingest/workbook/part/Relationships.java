package dev.ingest.workbook.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relationships of one part: ECMA-376 Part 2, 9.3. External targets are never opened; they are
 * left out here.
 */
public final class Relationships {

  private record Relationship(String id, String kind, String target) {}

  private final List<Relationship> all;

  private Relationships(List<Relationship> all) {
    this.all = all;
  }

  public static Relationships none() {
    return new Relationships(List.of());
  }

  public static Relationships read(String part, XmlReader xml) {
    List<Relationship> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    while (xml.next() != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
        String id = required(xml, "Id");
        if (!ids.add(id)) {
          throw Damage.at(
              xml.where(), "expected each relationship once, found another " + Names.shown(id));
        }
        all.add(
            new Relationship(
                id, lastStep(required(xml, "Type")), resolve(part, required(xml, "Target"))));
      }
    }
    return new Relationships(all);
  }

  /** Returns the name of the part that holds the relationships of another. */
  public static String partOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  /** Returns the target of the relationship with this id. */
  public Optional<String> byId(@Nullable String id) {
    for (Relationship one : all) {
      if (one.id.equals(id)) {
        return Optional.of(one.target);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the target of the first relationship of a kind.
   *
   * @param kind the last step of its type, which is the same in Transitional and Strict: {@code
   *     sharedStrings}
   */
  public Optional<String> byKind(String kind) {
    for (Relationship one : all) {
      if (one.kind.equals(kind)) {
        return Optional.of(one.target);
      }
    }
    return Optional.empty();
  }

  /** Returns the targets of all relationships of a kind, in order, each once. */
  public List<String> allByKind(String kind) {
    return all.stream()
        .filter(r -> r.kind.equals(kind))
        .map(Relationship::target)
        .distinct()
        .toList();
  }

  /** Returns whether a target is related to as this kind. */
  public boolean isKind(String target, String kind) {
    for (Relationship one : all) {
      if (one.target.equals(target) && one.kind.equals(kind)) {
        return true;
      }
    }
    return false;
  }

  private static String required(XmlReader xml, String name) {
    String value = xml.attribute(name);
    if (value == null) {
      throw Damage.at(xml.where(), "expected a relationship with " + name + ", found none");
    }
    return value;
  }

  private static String lastStep(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** Resolves a target against the folder of its part; it cannot climb out of the package. */
  public static String resolve(String part, String target) {
    String path = target.replace('\\', '/');
    String base = path.startsWith("/") ? "" : part.substring(0, part.lastIndexOf('/') + 1);
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (base + path).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
