package app.lodge.desktop.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Which columns of a table are shown, in which order and how wide, as this workstation keeps it. A column
/// is known by its place in the table as it was built, since its title changes with the language.
public final class KeptColumns {

    private final @Nullable Path file;
    private final Properties kept = new Properties();

    private KeptColumns(@Nullable Path file) {
        this.file = file;
    }

    /// @param file need not exist yet
    public static KeptColumns in(Path file) {
        var columns = new KeptColumns(file);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                columns.kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return columns;
    }

    /// Forgotten when the desktop ends.
    static KeptColumns forNow() {
        return new KeptColumns(null);
    }

    /// Arranges a table as it was kept. A table that has other columns by now stays as it was built.
    void arrange(TableView<?> table) {
        number(table);
        var stored = kept.getProperty(String.valueOf(table.getId()));
        if (stored != null) {
            arrange(table, stored);
        }
    }

    /// As {@link #layout} wrote it.
    static <T> void arrange(TableView<T> table, String stored) {
        List<Place> places = new ArrayList<>();
        for (var part : stored.split(",", -1)) {
            var values = part.split(":", -1);
            if (values.length != 3 || !(values[0] + values[2]).matches("\\d{1,8}")) {
                return;
            }
            places.add(
                    new Place(
                            Integer.parseInt(values[0]),
                            values[1].equals("shown"),
                            Integer.parseInt(values[2])));
        }
        var built = new ArrayList<>(table.getColumns());
        built.sort(Comparator.comparingInt(KeptColumns::number));
        var numbers = places.stream().map(Place::column).sorted().toList();
        if (!numbers.equals(built.stream().map(KeptColumns::number).toList())) {
            return;
        }
        List<TableColumn<T, ?>> order = new ArrayList<>();
        for (var place : places) {
            var column = built.get(place.column());
            column.setVisible(place.shown());
            column.setPrefWidth(place.width());
            order.add(column);
        }
        if (!table.getColumns().equals(order)) {
            table.getColumns().setAll(order);
        }
    }

    /// Where a column stands.
    private record Place(int column, boolean shown, int width) {}

    private static int number(TableColumn<?, ?> column) {
        return column.getProperties().get(KeptColumns.class) instanceof Integer number
                ? number
                : -1;
    }

    /// Keeps a table as it stands.
    void keep(TableView<?> table) {
        var id = table.getId();
        if (id == null) {
            return;
        }
        kept.setProperty(id, layout(table));
        write();
    }

    /// Which columns a table shows, in which order and how wide.
    static String layout(TableView<?> table) {
        return table.getColumns().stream()
                .map(column ->
                        "%d:%s:%d"
                                .formatted(
                                        number(column),
                                        column.isVisible() ? "shown" : "hidden",
                                        Math.round(column.getWidth())))
                .collect(Collectors.joining(","));
    }

    private static void number(TableView<?> table) {
        for (int at = 0; at < table.getColumns().size(); at++) {
            table.getColumns().get(at).getProperties().putIfAbsent(KeptColumns.class, at);
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            var temporary = Files.createTempFile(directory, "columns", ".tmp");
            try (var writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                kept.store(writer, null);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
