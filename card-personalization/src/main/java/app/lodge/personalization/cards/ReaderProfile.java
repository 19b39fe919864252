package app.lodge.personalization.cards;

import app.lodge.core.doors.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a make of readers can do and how it wants to be asked; data, not code: `reader-profiles.json`
/// ships with Lodge, and a file of that name in the workstation's folder goes before it.
///
/// @param title what people call it
/// @param names regular expression of its PC/SC names
/// @param ignored regular expression of slots that take no cards of people: SAMs, contact slots; empty
///     if it has none
/// @param values how it raises and lowers MIFARE Classic values
/// @param chips how it passes commands of the chip itself
/// @param light how it says "done" to whoever holds the card
/// @param inPrinter whether it sits inside a card printer and has a card only while the printer holds
///     one there
public record ReaderProfile(
        String title,
        String names,
        String ignored,
        Values values,
        Chips chips,
        Light light,
        boolean inPrinter) {

    /// Name of the file.
    public static final String FILE = "reader-profiles.json";

    /// @see app.lodge.personalization.classic.ClassicCard.ValueStyle
    public enum Values {
        DIRECT,
        ACS,
        NONE
    }

    /// A reader's way to the chip.
    public enum Chips {
        PN532,
        TRANSPARENT,
        NONE
    }

    /// A reader's light and buzzer.
    public enum Light {
        /// `FF 00 40`, ACR122U API §6.2.
        ACS,
        NONE
    }

    private record Listed(List<ReaderProfile> readers) {}

    /// @param folder the workstation's
    /// @return the folder's first, then those that ship; the first whose names match holds
    public static List<ReaderProfile> all(Path folder) {
        List<ReaderProfile> all = new ArrayList<>();
        Path own = folder.resolve(FILE);
        try {
            if (Files.exists(own)) {
                all.addAll(Json.read(Files.readAllBytes(own), Listed.class).readers());
            }
            all.addAll(shipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    private static List<ReaderProfile> shipped() throws IOException {
        try (InputStream in = ReaderProfile.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + FILE);
            }
            return Json.read(in.readAllBytes(), Listed.class).readers();
        }
    }

    boolean fits(String pcscName) {
        return Pattern.compile(names).matcher(pcscName).find();
    }

    boolean ignores(String pcscName) {
        return !ignored.isEmpty() && Pattern.compile(ignored).matcher(pcscName).find();
    }
}
