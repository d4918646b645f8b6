package dev.ingest.lambda.deploy;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.lambda.deploy.Deployment.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The templates agree with each other, with the documentation and with the package. */
class TemplatesTest {

  private static final Pattern ACTION = Pattern.compile("`([a-z0-9-]+:[A-Z][A-Za-z]+)`");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  private final Deployment sam = Templates.SAM.read();
  private final Deployment terraform = Templates.TERRAFORM.read();

  @Test
  void bothFormsMakeTheSame() {
    assertThat(terraform.buckets()).containsExactlyInAnyOrderElementsOf(sam.buckets());
    assertThat(terraform.notifications()).isEqualTo(sam.notifications());
    assertThat(terraform.queues()).containsExactlyInAnyOrderElementsOf(sam.queues());
    assertThat(terraform.grants()).containsExactlyInAnyOrderElementsOf(sam.grants());
    assertThat(terraform.managed()).isEqualTo(sam.managed());
    assertThat(terraform.logs()).isEqualTo(sam.logs());
    assertThat(terraform.alarms()).containsExactlyInAnyOrderElementsOf(sam.alarms());
    assertThat(terraform.function()).isEqualTo(sam.function());
    assertThat(terraform.endpoints()).hasSize(5).isEqualTo(sam.endpoints());
    assertThat(terraform.conditions()).hasSizeGreaterThan(10).isEqualTo(sam.conditions());
  }

  @Test
  void bothTakeTheSameParameters() {
    Set<String> parameters = new TreeSet<>(sam.parameters());
    parameters.add("package");

    assertThat(terraform.parameters()).isEqualTo(parameters);
  }

  /** Rights of the function are those that its page names: none is missing, none is more. */
  @Test
  void theFunctionMayDoWhatItsPageSays() throws IOException {
    String page = Files.readString(Templates.FOLDER.resolveSibling("lambda.md"));
    String rights = page.substring(page.indexOf("## Rights"));
    Set<String> named =
        ACTION
            .matcher(rights)
            .results()
            .map(action -> action.group(1))
            .collect(toCollection(TreeSet::new));

    assertThat(actions(sam)).isEqualTo(named);
    named.add("sqs:SendMessage"); // where Lambda itself puts away what failed
    assertThat(named).containsAll(actions(Templates.TRIGGER.read()));
  }

  @ParameterizedTest
  @EnumSource
  void thePackageIsThatOfThisVersion(Templates form) throws IOException {
    var version = VERSION.matcher(Files.readString(Templates.FOLDER.resolve("../../pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(form.read().function().file())
        .isEqualTo("../../../ingest-lambda/target/ingest-lambda-" + version.group(1) + ".zip");
  }

  private static Set<String> actions(Deployment deployment) {
    return deployment.grants().stream()
        .filter(grant -> grant.owner().equals("function_role"))
        .map(Grant::actions)
        .flatMap(Set::stream)
        .collect(toCollection(TreeSet::new));
  }
}
