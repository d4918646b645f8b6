package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.settings.TargetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What says where rows go: options, variables, and the page that tells of both. */
class TargetOptionsTest {

  private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/aws.md");

  /** A variable and the option that says the same. */
  record Name(String variable, String option) {}

  @Command
  static final class Both {
    @Mixin private final TargetOptions target = new TargetOptions();
    @Mixin final StoreOptions files = new StoreOptions(target);
  }

  @Test
  void thePageTellsOfEachVariable() throws IOException {
    List<String> known = new ArrayList<>(TargetSettings.names());
    known.add("INGEST_OUTPUT_BUCKET");

    assertThat(told().stream().map(Name::variable)).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void eachVariableHasAnOptionThatSaysTheSame() throws IOException {
    for (Name name : told()) {
      assertThat(new SaidSettings(Map.of()).label(name.variable()))
          .isEqualTo(name.option() + " ($" + name.variable() + ")");
      if (isFlag(name.option())) {
        assertThat(said(name.variable(), name.option())).isEqualTo("true");
        assertThat(said(name.variable(), name.option().replace("--", "--no-"))).isEqualTo("false");
      } else {
        assertThat(said(name.variable(), name.option(), "x")).isEqualTo("x");
      }
      assertThat(said(name.variable())).isNull();
    }
  }

  private static boolean isFlag(String option) {
    return new CommandLine(new Both()).getCommandSpec().findOption(option).arity().max() == 0;
  }

  private static @Nullable String said(String variable, String... arguments) {
    Both both = new Both();
    new CommandLine(both).parseArgs(arguments);
    return both.target.said().value(variable);
  }

  @Test
  void noOptionIsUntold() throws IOException {
    List<String> options =
        new CommandLine(new Both())
            .getCommandSpec().options().stream().map(option -> option.longestName()).toList();

    assertThat(told().stream().map(Name::option)).containsExactlyInAnyOrderElementsOf(options);
  }

  @Test
  void anOptionWinsOverTheEnvironment() {
    SaidSettings said = new SaidSettings(Map.of("INGEST_DB_HOST", "a", "INGEST_DB_NAME", "b"));
    said.give("INGEST_DB_HOST", "c");

    assertThat(said.value("INGEST_DB_HOST")).isEqualTo("c");
    assertThat(said.value("INGEST_DB_NAME")).isEqualTo("b");
    assertThat(said.isRemote()).isTrue();
  }

  @Test
  void anOptionTakesThePlaceOfWhatExcludesIt() {
    SaidSettings said =
        new SaidSettings(Map.of("INGEST_SECRET_ID", "db/loader", "INGEST_CLUSTER", "blue"));
    said.give("INGEST_DB_USER", "me");
    said.give("INGEST_WORKGROUP", "analysts");

    assertThat(said.value("INGEST_SECRET_ID")).isNull();
    assertThat(said.value("INGEST_CLUSTER")).isNull();
  }

  @Test
  void nothingSaidIsTheLocalDatabase() {
    assertThat(
            new SaidSettings(Map.of("AWS_REGION", "eu-west-1", "INGEST_DB_HOST", " ")).isRemote())
        .isFalse();
    assertThat(new SaidSettings(Map.of("INGEST_TARGET", "local")).isRemote()).isFalse();
  }

  @Test
  void theLocalDatabaseCanBeAskedForWhateverTheEnvironmentSays() {
    SaidSettings said =
        new SaidSettings(
            Map.of("INGEST_TARGET", "redshift", "INGEST_DB_HOST", "a", "INGEST_GZIP", "true"));
    said.give("INGEST_TARGET", "local");
    said.all().finish();

    assertThat(said.isRemote()).isFalse();
    assertThat(said.value("INGEST_DB_HOST")).isNull();
    assertThat(said.value("INGEST_GZIP")).isNull();
  }

  @Test
  void theLocalDatabaseHasNoOtherAddress() {
    SaidSettings said = new SaidSettings(Map.of());
    said.give("INGEST_TARGET", "local");
    said.give("INGEST_DB_HOST", "a");

    assertThatThrownBy(() -> said.all().finish())
        .hasMessage(
            """
            settings: expected the options and the environment to be complete, found what follows; correct it
            --host ($INGEST_DB_HOST): expected none for the local database, found one; leave it out\
            """);
  }

  /** The rows of the page's table. */
  private static List<Name> told() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `INGEST_"))
        .map(line -> line.split("`", -1))
        .map(parts -> new Name(parts[1], parts[3]))
        .toList();
  }
}
