/**
 * Delimited text (.csv, .tsv) as a workbook of one sheet whose cells are text: nothing is guessed
 * but the charset and the delimiter, and those only where one answer fits. The only package that
 * names Apache Commons CSV. Not exported.
 */
@NullMarked
package dev.ingest.workbook.text;

import org.jspecify.annotations.NullMarked;
