package app.lodge.personalization.recognition;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.RawCommands;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.originality.MakersKeys;
import app.lodge.personalization.originality.Origin;
import app.lodge.personalization.ultralight.UltralightCard;
import app.lodge.personalization.ultralight.UltralightType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Which of the Ultralight family it is, and what stands on it. Readers give all of them one name, so
/// the chip is asked for its version where the reader lets us, else for pages that only some have.
record UltralightLook(CardReader reader, Duration patience, MakersKeys makers) {

    private static final int READ = 4 * UltralightType.PAGE;
    private static final int CONTAINER = 3;
    private static final byte[] EMPTY_MESSAGE = Bytes.of(0x03, 0x00, 0xFE, 0x00);

    Recognised recognised(Optional<Uid> uid) throws DeviceException {
        var type = type();
        Contents contents = contents(type);
        var strength = type == UltralightType.ULTRALIGHT ? Strength.NUMBER_ONLY : Strength.WEAK;
        return new Recognised(
                uid, type.title(), strength, type.capacity(), contents, origin(type, uid));
    }

    /// A chip that tells its version, and so speaks past the reader, but shows no signature is none of
    /// the maker's.
    private Origin origin(UltralightType type, Optional<Uid> uid) throws DeviceException {
        if (!type.tellsVersion() || uid.isEmpty()) {
            return Origin.UNTOLD;
        }
        try (var link = reader.connect(patience)) {
            if (new RawCommands(link).send(Bytes.of(0x60)).isEmpty()) {
                return Origin.UNTOLD;
            }
            var signature = new UltralightCard(link, type).signature();
            return makers.check(product(type), uid.get(), signature.orElse(new byte[0]));
        }
    }

    private static String product(UltralightType type) {
        return type.container() == 0 ? "Ultralight EV1" : "NTAG21x";
    }

    UltralightType type() throws DeviceException {
        try (var link = reader.connect(patience)) {
            var version = new RawCommands(link).send(Bytes.of(0x60));
            var told = version.flatMap(UltralightType::ofVersion);
            if (told.isPresent()) {
                return told.get();
            }
        }
        if (hasKey()) {
            return UltralightType.ULTRALIGHT_C;
        }
        byte[] container = page(CONTAINER).orElseGet(() -> new byte[READ]);
        for (var type : UltralightType.values()) {
            if (type.container() != 0
                    && container[0] == (byte) 0xE1
                    && (container[2] & 0xFF) == type.container()) {
                return type;
            }
        }
        if (page(UltralightType.ULTRALIGHT.pages()).isEmpty()) {
            return UltralightType.ULTRALIGHT;
        }
        if (page(UltralightType.ULTRALIGHT_EV1_21.pages()).isPresent()) {
            return UltralightType.ULTRALIGHT_C;
        }
        return page(UltralightType.ULTRALIGHT_EV1_11.pages()).isPresent()
                ? UltralightType.ULTRALIGHT_EV1_21
                : UltralightType.ULTRALIGHT_EV1_11;
    }

    /// Ultralight C alone begins an authentication; its guarded pages may look as if there were none.
    private boolean hasKey() throws DeviceException {
        try (var link = reader.connect(patience)) {
            return new RawCommands(link)
                    .send(Bytes.of(0x1A, 0x00))
                    .filter(answer -> answer.length > 0 && answer[0] == (byte) 0xAF)
                    .isPresent();
        }
    }

    private Contents contents(UltralightType type) throws DeviceException {
        for (int page = UltralightType.FIRST_DATA; page <= type.lastData(); page += 4) {
            var four = page(page);
            if (four.isEmpty()) {
                return new Contents.Hidden();
            }
            int pages = Math.min(4, type.lastData() - page + 1);
            byte[] data = Arrays.copyOf(four.get(), pages * UltralightType.PAGE);
            boolean first = page == UltralightType.FIRST_DATA;
            if (first && Arrays.equals(Arrays.copyOf(data, 4), EMPTY_MESSAGE)) {
                Arrays.fill(data, 0, 4, (byte) 0);
            }
            if (!Arrays.equals(data, new byte[data.length])) {
                return new Contents.Data();
            }
        }
        return new Contents.Blank();
    }

    /// Four pages; empty if there is none of this number, or it is guarded.
    private Optional<byte[]> page(int number) throws DeviceException {
        try (var link = reader.connect(patience)) {
            var answer = new StorageLink(link).read(number, READ);
            return answer.done() && answer.data().length == READ
                    ? Optional.of(answer.data())
                    : Optional.empty();
        }
    }
}
