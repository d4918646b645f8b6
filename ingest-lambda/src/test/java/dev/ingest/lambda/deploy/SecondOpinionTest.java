package dev.ingest.lambda.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The makers' own tools, where there are any: {@code pip install cfn-lint aws-sam-translator}, and
 * Terraform with its provider for AWS in one of the folders for plugins, in one below {@code /opt},
 * or in that which {@code TF_PLUGINS} names.
 */
class SecondOpinionTest {

  /** Makes plain CloudFormation of the template and prints the types of its resources. */
  private static final String TRANSLATION =
      """
      import sys, boto3
      from samtranslator.parser.parser import Parser
      from samtranslator.translator.translator import Translator
      from samtranslator.yaml_helper import yaml_parse
      template = yaml_parse(open(sys.argv[1]))
      template["Resources"]["Function"]["Properties"]["CodeUri"] = "s3://bucket/key"
      session = boto3.Session(region_name="eu-west-1")
      made = Translator({}, Parser(), boto_session=session).translate(template, {})
      print("\\n".join(sorted(one["Type"] for one in made["Resources"].values())))
      """;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "TERRAFORM")
  void cfnLintFindsNothing(Templates form) throws Exception {
    need(runs("cfn-lint", "--version"), "cfn-lint is not installed");

    Said said = run(form.path(), "cfn-lint", "template.yaml");

    assertThat(said.text()).isEmpty();
    assertThat(said.status()).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "TERRAFORM")
  void samMakesAVersionAnAliasAndARoleOfOurs(Templates form) throws Exception {
    need(
        runs("python3", "-c", "import samtranslator, boto3"),
        "aws-sam-translator is not installed");

    Said said = run(form.path(), "python3", "-c", TRANSLATION, "template.yaml");

    assertThat(said.status()).as(said.text()).isZero();
    assertThat(said.text().lines())
        .contains("AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias")
        .filteredOn(type -> type.startsWith("AWS::IAM::"))
        .hasSize(form == Templates.SAM ? 2 : 1);
    assertThat(said.text().lines())
        .filteredOn(type -> type.equals("AWS::Lambda::EventSourceMapping"))
        .hasSize(form == Templates.SAM ? 1 : 0);
  }

  @Test
  void terraformTakesTheModule(@TempDir Path folder) throws Exception {
    Path plugins = plugins();
    need(runs("terraform", "version"), "terraform is not installed");
    need(plugins != null, "Terraform's provider for AWS is not installed");
    try (Stream<Path> files = Files.list(Templates.TERRAFORM.path())) {
      for (Path file : files.filter(name -> name.toString().endsWith(".tf")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }

    Said formatted = run(folder, "terraform", "fmt", "-check", "-no-color");
    Said prepared =
        run(
            folder,
            "terraform",
            "init",
            "-backend=false",
            "-input=false",
            "-no-color",
            "-plugin-dir=" + plugins);
    Said valid = run(folder, "terraform", "validate", "-no-color");

    assertThat(formatted.text()).isEmpty();
    assertThat(prepared.status()).as(prepared.text()).isZero();
    assertThat(valid.text()).contains("The configuration is valid.");
  }

  private static @Nullable Path plugins() throws IOException {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of(System.getenv().getOrDefault("TF_PLUGINS", "none")));
    folders.add(Path.of(System.getProperty("user.home"), ".terraform.d", "plugins"));
    folders.add(Path.of("/usr/local/share/terraform/plugins"));
    folders.add(Path.of("/usr/share/terraform/plugins"));
    Path optional = Path.of("/opt");
    if (Files.isDirectory(optional)) {
      try (Stream<Path> found = Files.list(optional)) {
        found.forEach(folders::add);
      }
    }
    for (Path folder : folders) {
      if (Files.isDirectory(folder) && holdsProvider(folder)) {
        return folder;
      }
    }
    return null;
  }

  /** They stand by the host that they are from, their maker and their name. */
  private static boolean holdsProvider(Path folder) throws IOException {
    try (Stream<Path> hosts = Files.list(folder)) {
      return hosts.anyMatch(host -> Files.isDirectory(host.resolve("hashicorp/aws")));
    }
  }

  private record Said(int status, String text) {}

  private static void need(boolean there, String missing) {
    if (!there) {
      System.out.println(
          "SKIPPED: " + missing + ", so that nobody else has looked at the templates");
    }
    assumeTrue(there, "SKIPPED: " + missing);
  }

  private static boolean runs(String... command) throws Exception {
    try {
      return run(Path.of("."), command).status() == 0;
    } catch (IOException missing) {
      return false; // what is not installed cannot be started
    }
  }

  private static Said run(Path folder, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("TF_CLI_CONFIG_FILE");
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(120, SECONDS)).as(String.join(" ", command)).isTrue();
      return new Said(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
    }
  }
}
