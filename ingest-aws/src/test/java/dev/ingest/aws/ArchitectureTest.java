package dev.ingest.aws;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;

@AnalyzeClasses(packages = "dev.ingest.aws", importOptions = ImportOption.DoNotIncludeTests.class)
@DisplayName("The adapters")
class ArchitectureTest {

  /** Where connections are used. */
  private static final String[] SQL = {
    "dev.ingest.aws.postgres..", "dev.ingest.aws.sql..", "dev.ingest.aws.redshift"
  };

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("dev.ingest.aws.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each adapter can be read, and left out, alone");

  @ArchTest
  static final ArchRule sdkInItsAdapters =
      noClasses()
          .that(resideInAnyPackage("dev.ingest.aws.postgres..", "dev.ingest.aws.sql.."))
          .should()
          .dependOnClassesThat(resideInAPackage("software.amazon.."))
          .because("a database needs no cloud");

  @ArchTest
  static final ArchRule sdkOutsideItsAdaptersOnlyToMakeClients =
      noClasses()
          .that(resideInAPackage("dev.ingest.aws"))
          .and(not(name(AwsClients.class.getName())))
          .should()
          .dependOnClassesThat(resideInAPackage("software.amazon.."))
          .because("clients are made in one place");

  @ArchTest
  static final ArchRule jdbcInItsAdapters =
      noClasses()
          .that(not(resideInAnyPackage(SQL)))
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.sql..")
                  .or(resideInAPackage("javax.sql.."))
                  .or(resideInAPackage("org.postgresql..")))
          .because("SQL and its exceptions end at the edge of the adapter");

  @ArchTest
  static final ArchRule noEnvironment =
      noClasses()
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .because("only a program reads its environment");

  @ArchTest
  static void thereIsSomethingToCheck(JavaClasses classes) {
    if (classes.size() < 15) {
      throw new AssertionError("expected the adapters, found " + classes.size() + " classes");
    }
  }
}
