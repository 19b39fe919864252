package app.lodge.desktop.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Filters that operators have named, kept on this workstation beside its settings. They hold days,
/// kinds and places, nothing about a person.
public final class SavedFilters {

    private final @Nullable Path file;
    private final Properties kept = new Properties();

    private SavedFilters(@Nullable Path file) {
        this.file = file;
    }

    /// @param file need not exist yet
    public static SavedFilters in(Path file) {
        var filters = new SavedFilters(file);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                filters.kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return filters;
    }

    /// Forgotten when the desktop ends.
    public static SavedFilters forNow() {
        return new SavedFilters(null);
    }

    /// By name.
    public List<String> names(long operator, String list) {
        var start = key(operator, list, "");
        return kept.stringPropertyNames().stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(start.length()))
                .sorted()
                .toList();
    }

    public Optional<String> find(long operator, String list, String name) {
        return Optional.ofNullable(kept.getProperty(key(operator, list, name)));
    }

    /// In place of the one of that name.
    public void keep(long operator, String list, String name, String filter) {
        kept.setProperty(key(operator, list, name), filter);
        write();
    }

    public void forget(long operator, String list, String name) {
        kept.remove(key(operator, list, name));
        write();
    }

    private static String key(long operator, String list, String name) {
        return operator + "/" + list + "/" + name;
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            var temporary = Files.createTempFile(directory, "filters", ".tmp");
            try (var writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                kept.store(writer, null);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
