package io.espalier.tracker.csv;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A table as RFC 4180 has it: a header row, lines that end with CRLF, quotes where they are needed,
 * UTF-8. What is absent is an empty cell.
 *
 * @param columns in their order
 */
public record CsvTable<T>(List<Column<T>> columns) {
  /** The media type, with the header row announced. */
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8;header=present";

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

  /** A column with what stands in it; null is an empty cell. */
  public record Column<T>(String name, Function<T, Object> value) {}

  public CsvTable {
    columns = List.copyOf(columns);
  }

  /** A download; the rows are read while they are written, and only one is held. */
  public RestResponse<StreamingOutput> download(String file, Stream<T> rows) {
    StreamingOutput body =
        out -> {
          try (rows;
              SequenceWriter writer = MAPPER.writer(schema()).writeValues(out)) {
            for (var row = rows.iterator(); row.hasNext(); ) {
              writer.write(cells(row.next()));
            }
          }
        };
    return ResponseBuilder.ok(body)
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .build();
  }

  private CsvSchema schema() {
    CsvSchema.Builder schema = CsvSchema.builder();
    columns.forEach(column -> schema.addColumn(column.name()));
    return schema.build().withHeader().withLineSeparator("\r\n");
  }

  private Map<String, Object> cells(T row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    columns.forEach(column -> cells.put(column.name(), column.value().apply(row)));
    return cells;
  }
}
