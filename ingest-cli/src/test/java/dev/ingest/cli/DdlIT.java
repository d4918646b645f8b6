package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a pipeline, by the packaged program. */
class DdlIT {

  private static final String PIPELINE =
      """
      name: orders
      columns:
        - { name: id, type: text, maxLength: 10 }
        - { name: pieces, type: integer }
        - { name: note, type: text, nullable: true }
      rules:
        - uniqueKey: { columns: [id], duplicates: reject }
      load:
        table: orders
        replacePartition: [id]
      """;

  @TempDir Path temp;
  private Terminal terminal;

  @BeforeEach
  void writeThePipeline() throws IOException {
    terminal = new Terminal(Files.createDirectories(temp.resolve("work")));
    Files.writeString(terminal.folder().resolve("orders.yaml"), PIPELINE);
  }

  @Test
  void printsTheStatement() throws Exception {
    Result postgres = terminal.run("ddl", "-p", "orders.yaml");
    Result redshift =
        terminal.run("ddl", "-p", "orders.yaml", "--for", "REDSHIFT", "--sort-key", "id");
    Result json = terminal.run("ddl", "--json", "--table", "shop.metrics");

    assertThat(postgres.err() + redshift.err() + json.err()).isEmpty();
    assertThat(postgres.out())
        .isEqualTo(
            """
            CREATE TABLE "orders" (
              "id" varchar(10) NOT NULL,
              "pieces" integer NOT NULL,
              "note" text,
              PRIMARY KEY ("id")
            );
            """);
    assertThat(redshift.out())
        .isEqualTo(
            """
            -- Redshift plans by the key and does not enforce it
            CREATE TABLE "orders" (
              "id" varchar(40) NOT NULL,
              "pieces" integer NOT NULL,
              "note" varchar(65535),
              PRIMARY KEY ("id")
            ) SORTKEY ("id");
            """);
    assertThat(json.out())
        .isEqualTo(
            """
            {
              "table" : "shop.metrics",
              "database" : "PostgreSQL",
              "create" : "CREATE TABLE \\"shop\\".\\"metrics\\" (\\n  \\"location\\" text NOT NULL,\\n  \\"metric\\" text NOT NULL,\\n  \\"value\\" double precision,\\n  \\"date\\" date NOT NULL\\n)",
              "notes" : [ ]
            }
            """);
  }

  @Test
  void comparesAndMakesWhatIsMissingAndNothingElse() throws Exception {
    Result missing = terminal.run("ddl", "-p", "orders.yaml", "--diff");
    Result made = terminal.run("ddl", "-p", "orders.yaml", "--create-missing");
    terminal.run("sql", "alter table orders drop note, alter pieces type text");
    Result differs = terminal.run("ddl", "-p", "orders.yaml", "--create-missing");
    terminal.run("sql", "alter table orders alter pieces type integer using 1");
    Result added = terminal.run("ddl", "-p", "orders.yaml", "--add-columns", "--json");

    assertThat(missing.out())
        .isEqualTo(
            """
            table     orders: not there
            missing   CREATE TABLE "orders" ("id" varchar(10) NOT NULL, "pieces" integer NOT NULL, "note" text, PRIMARY KEY ("id"))
            outcome   missing
            """);
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(made.out())
        .isEqualTo(
            """
            table     orders
            ran       CREATE TABLE "orders" ("id" varchar(10) NOT NULL, "pieces" integer NOT NULL, "note" text, PRIMARY KEY ("id"))
            outcome   fits
            """);
    assertThat(made.exitCode()).isZero();
    assertThat(differs.out())
        .isEqualTo(
            """
            table     orders
            differs   column note: expected it in the table, found no such column among id, pieces; rename it in the pipeline, or add it to the table
            missing   ALTER TABLE "orders" ADD COLUMN "note" text
            outcome   differs
            """);
    assertThat(differs.exitCode()).isEqualTo(2);
    assertThat(added.out())
        .isEqualTo(
            """
            {
              "table" : "orders",
              "outcome" : "fits",
              "ran" : [ "ALTER TABLE \\"orders\\" ADD COLUMN \\"note\\" text" ],
              "mismatches" : [ ],
              "warnings" : [ ],
              "addColumns" : [ ]
            }
            """);
    assertThat(added.exitCode()).isZero();
  }

  @Test
  void anotherDatabaseThanTheTargetIsNotComparedWith() throws Exception {
    Result result = terminal.run("ddl", "--for", "REDSHIFT", "--diff");

    assertThat(result.exitCode()).isEqualTo(64);
    assertThat(terminal.folder().resolve(".ingest")).doesNotExist();
    assertThat(result.err())
        .isEqualTo(
            "ingest: ddl: expected Redshift to compare with or to change, as --for says, found PostgreSQL; say which database by --target\n");
  }
}
