package dev.ingest.proposal;

import java.util.List;
import java.util.Set;

/** Words in headers under which values stand that nobody wants in a comment. */
final class SensitiveWords {

  private static final int PART_OF_A_WORD = 5;

  private static final Set<String> WORDS =
      Set.of(
          "name",
          "mail",
          "email",
          "phone",
          "tel",
          "mobile",
          "fax",
          "address",
          "street",
          "zip",
          "postcode",
          "birth",
          "born",
          "dob",
          "age",
          "ssn",
          "iban",
          "bic",
          "account",
          "card",
          "passport",
          "licence",
          "license",
          "salary",
          "wage",
          "income",
          "password",
          "secret",
          "token",
          "pin",
          "gender",
          "sex",
          "religion",
          "nationality",
          "patient",
          "diagnosis",
          "ip",
          "vorname",
          "nachname",
          "telefon",
          "adresse",
          "strasse",
          "plz",
          "geburt",
          "konto",
          "gehalt",
          "passwort",
          "geschlecht");

  private SensitiveWords() {}

  /** Returns whether a column's name has such a word; the longer ones count within others, too. */
  static boolean in(String columnName) {
    List<String> parts = List.of(columnName.split("_", -1));
    return WORDS.stream()
        .anyMatch(
            word ->
                parts.contains(word)
                    || word.length() >= PART_OF_A_WORD && columnName.contains(word));
  }
}
