package app.lodge.personalization.recognition;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.ApplicationDirectory;
import app.lodge.personalization.classic.ClassicCard;
import app.lodge.personalization.classic.ClassicSize;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What stands on a MIFARE Classic card, by the keys that everyone knows. A card halts when a key is
/// refused, so each try is a talk of its own.
record ClassicLook(CardReader reader, Duration patience, ClassicSize size) {

    Recognised recognised(Optional<Uid> uid) throws DeviceException {
        var title =
                switch (size) {
                    case MINI -> "MIFARE Mini";
                    case ONE_K -> "MIFARE Classic 1K";
                    case TWO_K -> "MIFARE Classic 2K";
                    case FOUR_K -> "MIFARE Classic 4K";
                };
        int capacity = (size.blocks() - size.sectors() - 1) * ClassicSize.BLOCK;
        return new Recognised(uid, title, Strength.BROKEN, capacity, contents());
    }

    private Contents contents() throws DeviceException {
        Optional<ApplicationDirectory> directory;
        try (var link = reader.connect(patience)) {
            directory = new ClassicCard(link, size).directory();
        }
        if (directory.isPresent()) {
            List<String> applications =
                    directory.get().applications().stream()
                            .filter(one -> one != ApplicationDirectory.FREE)
                            .distinct()
                            .map("%04X"::formatted)
                            .toList();
            return new Contents.Others(applications);
        }
        try (var link = reader.connect(patience)) {
            var card = new ClassicCard(link, size);
            for (int sector = 0; sector < size.sectors(); sector++) {
                if (!card.open(sector, AccessBits.Key.A, ClassicCard.factoryKey())) {
                    return new Contents.Hidden();
                }
                if (!empty(card, sector)) {
                    return new Contents.Data();
                }
            }
        }
        return new Contents.Blank();
    }

    private boolean empty(ClassicCard card, int sector) throws DeviceException {
        int first = Math.max(1, size.first(sector));
        for (int block = first; block < size.trailer(sector); block++) {
            if (!Arrays.equals(card.read(block), new byte[ClassicSize.BLOCK])) {
                return false;
            }
        }
        return true;
    }
}
