package dev.ingest.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.bench.workbook.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvComparisonTest {

  private static final String HEADER = "location,metric,value,date\n";

  @TempDir private Path folder;
  private Path expected;

  @BeforeEach
  void expectTwoRows() throws IOException {
    expected = file("expected", HEADER + "UK,\"a, b\",0.5,2020-02-01\nUK,m2,,2020-02-01\n");
  }

  @Test
  void numbersAreTheSameByValueAndTextsHoweverTheyAreQuoted() throws IOException {
    assertThat(compare("\"UK\",\"a, b\",5E-1,2020-02-01\nUK,m2,\"\",2020-02-01\n")).isEmpty();
  }

  @Test
  void anotherNumberIsADifference() throws IOException {
    assertThat(compare("UK,\"a, b\",0.50000000000000011,2020-02-01\nUK,m2,,2020-02-01\n"))
        .contains("line 2: value: expected \"0.5\", found \"0.50000000000000011\"");
  }

  @Test
  void aNumberInPlaceOfNoneIsADifference() throws IOException {
    assertThat(compare("UK,\"a, b\",0.5,2020-02-01\nUK,m2,0,2020-02-01\n"))
        .contains("line 3: value: expected \"\", found \"0\"");
  }

  @Test
  void anotherTextIsADifference() throws IOException {
    assertThat(compare("UK,\"a, c\",0.5,2020-02-01\nUK,m2,,2020-02-01\n"))
        .contains("line 2: metric: expected \"a, b\", found \"a, c\"");
  }

  @Test
  void aRowTooFewIsADifference() throws IOException {
    assertThat(compare("UK,\"a, b\",0.5,2020-02-01\n"))
        .contains("line 3: expected a row, found the end");
  }

  @Test
  void aFieldTooManyIsADifference() throws IOException {
    assertThat(compare("UK,a, b,0.5,2020-02-01\nUK,m2,,2020-02-01\n"))
        .contains("line 2: expected 4 fields, found 5");
  }

  private Optional<String> compare(String rows) throws IOException {
    return new CsvComparison(Table.METRICS).difference(expected, file("found", HEADER + rows));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
