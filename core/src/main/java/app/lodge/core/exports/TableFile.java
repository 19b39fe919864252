package app.lodge.core.exports;

import app.lodge.core.work.WholeFile;
import com.fasterxml.jackson.core.JsonFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/// An entity's table as a file, written piece by piece.
public final class TableFile {

    /// Rows that a worksheet holds at most, the heading included.
    private static final int WORKSHEET = 1_048_576;

    private TableFile() {}

    /// Where the pieces come from.
    @FunctionalInterface
    public interface Pieces {
        /// @param after null for the first
        Exports.Piece after(@Nullable String after);
    }

    /// There as a whole or not at all.
    public static void write(Path folder, String name, Entity entity, Format format, Pieces pieces)
            throws IOException {
        WholeFile.write(folder, name, out -> write(out, entity, format, pieces));
    }

    /// There as a whole or not at all, also when the process was killed while it wrote the part before.
    static void write(
            Path folder, String name, String part, Entity entity, Format format, Pieces pieces)
            throws IOException {
        WholeFile.write(folder, name, part, out -> write(out, entity, format, pieces));
    }

    static void write(OutputStream out, Entity entity, Format format, Pieces pieces)
            throws IOException {
        switch (format) {
            case CSV -> csv(out, entity, pieces);
            case XLSX -> xlsx(out, entity, pieces);
            case JSON -> json(out, entity, pieces);
        }
    }

    private static void csv(OutputStream out, Entity entity, Pieces pieces) throws IOException {
        try (var csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(entity.columns().stream().map(Column::name).toList());
            eachRow(pieces, csv::writeRecord);
        }
    }

    private static void json(OutputStream out, Entity entity, Pieces pieces) throws IOException {
        try (var json = new JsonFactory().createGenerator(out)) {
            json.writeStartArray();
            eachRow(
                    pieces,
                    row -> {
                        json.writeRaw('\n');
                        json.writeStartObject();
                        for (var i = 0; i < row.size(); i++) {
                            var column = entity.columns().get(i);
                            json.writeFieldName(column.name());
                            var value = row.get(i);
                            if (value.isEmpty() && column.kind() != Column.Kind.TEXT) {
                                json.writeNull();
                            } else {
                                switch (column.kind()) {
                                    case NUMBER -> json.writeNumber(Long.parseLong(value));
                                    case FLAG -> json.writeBoolean(Boolean.parseBoolean(value));
                                    case TEXT, AMOUNT, DATE, TIME -> json.writeString(value);
                                }
                            }
                        }
                        json.writeEndObject();
                    });
            json.writeEndArray();
        }
    }

    private static void xlsx(OutputStream out, Entity entity, Pieces pieces) throws IOException {
        try (var workbook = new Workbook(out, "Lodge", "1.0")) {
            var sheet = workbook.newWorksheet(entity.name());
            var columns = entity.columns();
            for (var i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i).name());
            }
            var at = new int[] {0};
            eachRow(
                    pieces,
                    row -> {
                        if (++at[0] >= WORKSHEET) {
                            throw new IOException(
                                    "More rows than a worksheet holds: take CSV or JSON");
                        }
                        for (var i = 0; i < row.size(); i++) {
                            var value = row.get(i);
                            switch (columns.get(i).kind()) {
                                case NUMBER, AMOUNT -> {
                                    if (!value.isEmpty()) {
                                        sheet.value(at[0], i, new BigDecimal(value));
                                    }
                                }
                                case TEXT, DATE, TIME, FLAG -> sheet.value(at[0], i, value);
                            }
                        }
                    });
            workbook.finish();
        }
    }

    private static void eachRow(Pieces pieces, RowUse use) throws IOException {
        @Nullable String after = null;
        do {
            var piece = pieces.after(after);
            for (var row : piece.rows()) {
                use.row(row);
            }
            after = piece.next();
        } while (after != null);
    }

    @FunctionalInterface
    private interface RowUse {
        void row(List<String> row) throws IOException;
    }
}
