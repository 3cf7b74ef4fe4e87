package io.espalier.datasets.strings;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line where it begins, the first line being 1; a quoted cell may hold line ends
 */
record CsvRecord(int line, List<String> cells) {}
