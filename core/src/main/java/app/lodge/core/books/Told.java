package app.lodge.core.books;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that the database was told of with one statement, as the write-ahead log keeps them.
///
/// @param rows each with its values in the order of the statement's question marks
record Told(String sql, List<@Nullable Object[]> rows) {

    static void write(DataOutputStream out, List<Told> all) throws IOException {
        out.writeInt(all.size());
        for (var told : all) {
            text(out, told.sql);
            out.writeInt(told.rows.size());
            for (var row : told.rows) {
                out.writeInt(row.length);
                for (var value : row) {
                    value(out, value);
                }
            }
        }
    }

    static List<Told> read(DataInputStream in) throws IOException {
        var all = new ArrayList<Told>();
        for (var statements = in.readInt(); statements > 0; statements--) {
            var sql = text(in);
            var rows = new ArrayList<@Nullable Object[]>();
            for (var count = in.readInt(); count > 0; count--) {
                var row = new @Nullable Object[in.readInt()];
                for (var i = 0; i < row.length; i++) {
                    row[i] = value(in);
                }
                rows.add(row);
            }
            all.add(new Told(sql, rows));
        }
        return all;
    }

    private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case Long number -> {
                out.writeByte('L');
                out.writeLong(number);
            }
            case Integer number -> {
                out.writeByte('I');
                out.writeInt(number);
            }
            case Short number -> {
                out.writeByte('S');
                out.writeShort(number);
            }
            case Boolean truth -> {
                out.writeByte('B');
                out.writeBoolean(truth);
            }
            case String text -> {
                out.writeByte('T');
                text(out, text);
            }
            case byte[] bytes -> {
                out.writeByte('X');
                bytes(out, bytes);
            }
            case LocalDate day -> {
                out.writeByte('D');
                out.writeLong(day.toEpochDay());
            }
            case LocalDateTime time -> {
                out.writeByte('U');
                out.writeLong(time.toEpochSecond(ZoneOffset.UTC));
                out.writeInt(time.getNano());
            }
            default -> throw new IllegalArgumentException("A value of " + value.getClass());
        }
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        var type = (char) in.readByte();
        return switch (type) {
            case '0' -> null;
            case 'L' -> in.readLong();
            case 'I' -> in.readInt();
            case 'S' -> in.readShort();
            case 'B' -> in.readBoolean();
            case 'T' -> text(in);
            case 'X' -> bytes(in);
            case 'D' -> LocalDate.ofEpochDay(in.readLong());
            case 'U' -> LocalDateTime.ofEpochSecond(in.readLong(), in.readInt(), ZoneOffset.UTC);
            default -> throw new IOException("A value of type " + type);
        };
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
