package dev.ingest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

@AnalyzeClasses(packages = "dev.ingest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices()
          .matching("dev.ingest.(*)..")
          .should()
          .beFreeOfCycles()
          .because("the packages are the steps of the data, and data do not go round in circles");

  @ArchTest
  static final ArchRule theCoreIsPure =
      noClasses()
          .that(not(simpleName("SimpleLogProvider"))) // says that there is no back end
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..",
              "com.amazonaws..",
              "java.sql..",
              "javax.sql..",
              "java.net.http..",
              "java.util.logging..",
              "org.apache.logging..",
              "ch.qos.logback..",
              "org.slf4j..")
          .because("whoever uses the core chooses the cloud, the driver and the logging");

  @ArchTest
  static final ArchRule onlyReportsAndDefinitionsAreJson =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.ingest.report", "dev.ingest.definition")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..")
          .because("Jackson takes longer to load than a workbook takes to read");

  @ArchTest
  static final ArchRule onlyTextsNameCommonsCsv =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.ingest.workbook.text")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons..")
          .because("whoever reads no text files may leave the library out");

  @ArchTest
  static final ArchRule theReadersOfOtherFormatsAreFoundByTheirServices =
      noClasses()
          .that(not(resideInAnyPackage("dev.ingest.workbook.ods", "dev.ingest.workbook.text")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.ingest.workbook.ods", "dev.ingest.workbook.text")
          .because("formats come and go behind WorkbookFormat; nobody may count on one of them");

  @ArchTest
  static final ArchRule theReaderOfXlsxIsNamedWhereFilesAreOpened =
      noClasses()
          .that(not(resideInAPackage("dev.ingest.workbook.xlsx")))
          .and(not(simpleName("WorkbookFormats")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.ingest.workbook.xlsx")
          .because("to start the service loader takes longer than to read a small workbook");

  @ArchTest
  static final ArchRule poiIsNamedInOnePackage =
      noClasses()
          .that(not(resideInAPackage("dev.ingest.workbook.poi")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.poi..")
          .because("whoever reads no .xls and nothing encrypted may leave POI out");

  @ArchTest
  static final ArchRule theWayInWorksWithoutPoi =
      noClasses()
          .that(simpleName("Ole2Format"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.poi..")
          .because("the service loader makes it for every workbook");

  @ArchTest
  static final ArchRule xmlIsReadByOneParser =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c..")
          .because("one parser that knows no DOCTYPE is easier to trust than a factory's settings");

  @ArchTest
  static final ArchRule namesAreNounsOfTheDomain =
      classes()
          .should()
          .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Common)")
          .because("such a name says that nobody knew what the class is");

  @ArchTest
  static final ArchRule nothingIsReadFromTheSurroundings =
      noClasses()
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(Charset.class, "defaultCharset")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("the same workbook gives the same bytes on every machine");

  @ArchTest
  static final ArchRule aLibraryKeepsQuiet =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .because("what is said to whom, and when the program ends, is the program's to decide");

  @ArchTest
  static final ArchRule datesAreThoseOfJavaTime =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.text.SimpleDateFormat")
          .because("a day in a sheet has no time zone, and java.util.Date always has one");
}
