package app.lodge.core.site;

import app.lodge.core.keys.HeldKey;
import app.lodge.core.media.Uid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// `unlock.sealed`: one line for each way to open the vault. Operator's name and sealed secret in base64;
/// for a card also its chip in hex and the machine's key for it in base64, with which the card gives out
/// its half.
///
/// @param file the file; it need not be there
record UnlockFile(Path file) {

    static final String NAME = "unlock.sealed";

    private static final int OF_A_CARD = 4;

    static UnlockFile of(Home home) {
        return new UnlockFile(home.folder().resolve(NAME));
    }

    /// @param sealed the unlock secret, see `PasswordSeal`
    record Line(String operator, byte[] sealed, Optional<Card> card) {

        /// Whether another line replaces this one: an operator has one password, a chip one line.
        boolean sameWay(Line other) {
            return card.isPresent()
                    ? card.map(Card::uid).equals(other.card.map(Card::uid))
                    : other.card.isEmpty() && operator.equals(other.operator);
        }
    }

    /// @param key the machine's, 32 bytes
    record Card(Uid uid, HeldKey key) {}

    List<Line> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        try {
            for (var text : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                lines.add(line(text.split(" ")));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(NAME + " is damaged", e);
        }
        return lines;
    }

    private static Line line(String[] parts) {
        var base64 = Base64.getDecoder();
        return new Line(
                new String(base64.decode(parts[0]), StandardCharsets.UTF_8),
                base64.decode(parts[1]),
                parts.length < OF_A_CARD
                        ? Optional.empty()
                        : Optional.of(
                                new Card(
                                        new Uid(parts[2]),
                                        HeldKey.taking(base64.decode(parts[3])))));
    }

    /// In place of the line that opened in the same way before.
    void put(Line line) throws IOException {
        var lines = new ArrayList<>(lines());
        lines.removeIf(line::sameWay);
        lines.add(line);
        write(lines);
    }

    void write(List<Line> lines) throws IOException {
        var text = new StringBuilder();
        lines.forEach(line -> append(text, line));
        var fresh = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(fresh);
        Home.closeToOthers(Files.createFile(fresh), "rw-------");
        Files.writeString(fresh, text, StandardCharsets.US_ASCII);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void append(StringBuilder text, Line line) {
        var base64 = Base64.getEncoder();
        text.append(base64.encodeToString(line.operator().getBytes(StandardCharsets.UTF_8)))
                .append(' ')
                .append(base64.encodeToString(line.sealed()));
        line.card()
                .ifPresent(card -> {
                    byte[] key = card.key().copy();
                    text.append(' ').append(card.uid().hex());
                    text.append(' ').append(base64.encodeToString(key));
                    Arrays.fill(key, (byte) 0);
                });
        text.append('\n');
    }
}
