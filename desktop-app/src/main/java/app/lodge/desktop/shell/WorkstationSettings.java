package app.lodge.desktop.shell;

import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/// What this workstation remembers: language, look and zoom, and the card reader, printer and camera
/// that stand beside it. One small file, written to a temporary name and moved.
public final class WorkstationSettings {

    /// Languages that Lodge speaks, as IETF tags.
    public static final List<String> LANGUAGES =
            Texts.LANGUAGES.stream().map(Locale::getLanguage).toList();

    private final Path file;
    private Values values;

    /// @param reader and `printer`: addresses as the card desk knows them; empty until chosen
    /// @param numbers serial port of a reader that says numbers only; empty for none
    /// @param zoom in per cent, one of {@link Zoom#STEPS}
    /// @param networkPrinter address of a printer that nobody announces, `ipp://HOST/PATH`; empty for none
    /// @param camera address of the one that was used last; `file:` and a path for pictures in its
    ///     place; empty until chosen
    public record Values(
            String language,
            Appearance.Theme theme,
            String reader,
            String printer,
            String numbers,
            int zoom,
            String networkPrinter,
            String camera) {

        /// Without a reader of numbers and a camera, as large as designed.
        public Values(String language, Appearance.Theme theme, String reader, String printer) {
            this(language, theme, reader, printer, "", Zoom.NORMAL, "", "");
        }

        public static Values ofSystem() {
            var tongue = Locale.getDefault().getLanguage();
            return new Values(
                    LANGUAGES.contains(tongue) ? tongue : "en", Appearance.Theme.SYSTEM, "", "");
        }

        public Values withLanguage(String other) {
            return new Values(other, theme, reader, printer, numbers, zoom, networkPrinter, camera);
        }

        public Values withTheme(Appearance.Theme other) {
            return new Values(
                    language, other, reader, printer, numbers, zoom, networkPrinter, camera);
        }

        public Values withReader(String other) {
            return new Values(
                    language, theme, other, printer, numbers, zoom, networkPrinter, camera);
        }

        public Values withPrinter(String other) {
            return new Values(
                    language, theme, reader, other, numbers, zoom, networkPrinter, camera);
        }

        public Values withNumbers(String other) {
            return new Values(
                    language, theme, reader, printer, other, zoom, networkPrinter, camera);
        }

        public Values withNetworkPrinter(String other) {
            return new Values(language, theme, reader, printer, numbers, zoom, other, camera);
        }

        public Values withZoom(int other) {
            return new Values(
                    language, theme, reader, printer, numbers, other, networkPrinter, camera);
        }

        public Values withCamera(String other) {
            return new Values(
                    language, theme, reader, printer, numbers, zoom, networkPrinter, other);
        }
    }

    private WorkstationSettings(Path file, Values values) {
        this.file = file;
        this.values = values;
    }

    /// @param file need not exist yet
    /// @throws IllegalArgumentException if a value in the file is not one of those allowed; names
    ///     file, key and value
    public static WorkstationSettings read(Path file) {
        var fallback = Values.ofSystem();
        if (!Files.exists(file)) {
            return new WorkstationSettings(file, fallback);
        }
        var stored = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            stored.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkstationSettings(
                file,
                new Values(
                        oneOf(file, stored, "language", LANGUAGES, fallback.language()),
                        theme(file, stored),
                        stored.getProperty("reader", ""),
                        stored.getProperty("printer", ""),
                        stored.getProperty("numbers", ""),
                        zoom(file, stored),
                        stored.getProperty("network-printer", ""),
                        stored.getProperty("camera", "")));
    }

    /// What operators of this workstation have named, in a file beside this one.
    public SavedFilters filters() {
        return SavedFilters.in(file.resolveSibling(file.getFileName() + ".filters"));
    }

    /// How the tables of this workstation are arranged, in a file beside this one.
    public KeptColumns columns() {
        return KeptColumns.in(file.resolveSibling(file.getFileName() + ".columns"));
    }

    /// Views of tables that operators of this workstation have named, in a file beside this one.
    public SavedFilters views() {
        return SavedFilters.in(file.resolveSibling(file.getFileName() + ".views"));
    }

    public Values values() {
        return values;
    }

    public void keep(Values changed) {
        values = changed;
        var lines =
                "# Lodge: this workstation%nlanguage=%s%ntheme=%s%nreader=%s%nprinter=%s%nnumbers=%s%nzoom=%d%nnetwork-printer=%s%ncamera=%s%n"
                        .formatted(
                                changed.language(),
                                changed.theme().name().toLowerCase(Locale.ROOT),
                                escaped(changed.reader()),
                                escaped(changed.printer()),
                                escaped(changed.numbers()),
                                changed.zoom(),
                                escaped(changed.networkPrinter()),
                                escaped(changed.camera()));
        try {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            var temporary = Files.createTempFile(directory, "workstation", ".tmp");
            Files.writeString(temporary, lines);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    private static Appearance.Theme theme(Path file, Properties stored) {
        var names =
                List.of(Appearance.Theme.values()).stream()
                        .map(theme -> theme.name().toLowerCase(Locale.ROOT))
                        .toList();
        return Appearance.Theme.valueOf(
                oneOf(file, stored, "theme", names, "system").toUpperCase(Locale.ROOT));
    }

    private static int zoom(Path file, Properties stored) {
        var steps = Zoom.STEPS.stream().map(step -> Integer.toString(step)).toList();
        return Integer.parseInt(oneOf(file, stored, "zoom", steps, Integer.toString(Zoom.NORMAL)));
    }

    private static String oneOf(
            Path file, Properties stored, String key, List<String> allowed, String fallback) {
        var value = stored.getProperty(key, fallback);
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(
                    "%s: %s=%s is not one of %s".formatted(file, key, value, allowed));
        }
        return value;
    }
}
