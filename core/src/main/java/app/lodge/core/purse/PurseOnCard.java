package app.lodge.core.purse;

import app.lodge.core.media.Uid;
import java.util.List;
import java.util.Optional;

/// What a card's purse shows to whoever has its reading key (CHAIN-32).
///
/// @param chip `DESFire EV2`
/// @param value minor units
/// @param records the newest last, at most ten
public record PurseOnCard(
        Uid uid, String chip, PurseState state, long value, List<PurseRecord> records) {

    public PurseOnCard {
        records = List.copyOf(records);
    }

    /// Whether a chip of this name can carry a purse.
    public static boolean carries(String name) {
        return name.startsWith("DESFire") || weak(name);
    }

    /// Whether whoever holds such a card can put an older state back; only the detector tells then.
    public static boolean weak(String name) {
        return name.equals("MIFARE Classic 1K");
    }

    public Optional<PurseRecord> newest() {
        return records.isEmpty() ? Optional.empty() : Optional.of(records.getLast());
    }

    /// The record that a terminal's number belongs to, if the ring still has it.
    public Optional<PurseRecord> by(long terminal, long sequence) {
        return records.stream()
                .filter(record -> record.terminal() == terminal && record.sequence() == sequence)
                .findFirst();
    }
}
