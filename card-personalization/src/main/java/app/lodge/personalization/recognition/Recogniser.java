package app.lodge.personalization.recognition;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireGlance;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.originality.MakersKeys;
import app.lodge.personalization.originality.Origin;
import app.lodge.personalization.plus.PlusGlance;
import app.lodge.personalization.recognition.Contents.Blank;
import app.lodge.personalization.recognition.Contents.Hidden;
import app.lodge.personalization.recognition.Contents.None;
import app.lodge.personalization.recognition.Contents.Others;
import app.lodge.personalization.recognition.StorageName.Classic;
import app.lodge.personalization.recognition.StorageName.Other;
import app.lodge.personalization.recognition.StorageName.Plus;
import app.lodge.personalization.recognition.StorageName.Ultralight;
import app.lodge.personalization.ultralight.UltralightType;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// Says what a medium is without changing it: first by the ATR, then by asking it (AN10833 §3).
public final class Recogniser {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final MakersKeys makers;

    public Recogniser() {
        this(MakersKeys.published());
    }

    /// @param makers tells original chips by their signature
    public Recogniser(MakersKeys makers) {
        this.makers = makers;
    }

    /// @throws DeviceException with NoCard, CardRemoved, NoReader, NoAnswer
    public Recognised look(CardReader reader, Duration wait) throws DeviceException {
        Optional<Uid> uid;
        Optional<StorageName> name;
        try (var link = reader.connect(wait)) {
            uid = uid(link);
            name = StorageName.of(link.atr());
            if (name.isEmpty()) {
                return speaking(link, uid);
            }
        }
        return switch (name.get()) {
            case Classic(var size) -> new ClassicLook(reader, wait, size).recognised(uid);
            case Ultralight _ -> new UltralightLook(reader, wait, makers).recognised(uid);
            case Plus(var size) ->
                    new Recognised(
                            uid, "MIFARE Plus", Strength.BROKEN, 16 * size.blocks(), new Hidden());
            case Other(int number) ->
                    new Recognised(
                            uid,
                            "PC/SC %04X".formatted(number),
                            Strength.NUMBER_ONLY,
                            0,
                            new None());
        };
    }

    /// The size of a MIFARE Classic card, by its ATR alone.
    public static Optional<ClassicSize> classic(byte[] atr) {
        return StorageName.of(atr)
                .flatMap(name ->
                        name instanceof Classic(var size) ? Optional.of(size) : Optional.empty());
    }

    /// Which of the Ultralight family lies there, without reading what stands on it.
    ///
    /// @return empty if it is none
    public static Optional<UltralightType> pages(CardReader reader, Duration wait)
            throws DeviceException {
        try (var link = reader.connect(wait)) {
            var name = StorageName.of(link.atr());
            if (name.isEmpty() || !(name.get() instanceof Ultralight)) {
                return Optional.empty();
            }
        }
        return Optional.of(new UltralightLook(reader, wait, MakersKeys.published()).type());
    }

    /// A card with an own command set (ISO/IEC 14443-4).
    private Recognised speaking(CardLink link, Optional<Uid> uid) throws DeviceException {
        var plus = PlusGlance.at(link);
        if (plus.isPresent()) {
            return plus(uid, plus.get());
        }
        var desfire = DesfireGlance.at(link);
        if (desfire.isPresent()) {
            return desfire(desfire.get());
        }
        return new Recognised(uid, HEX.formatHex(link.atr()), Strength.NUMBER_ONLY, 0, new None());
    }

    /// Blank in level 0; in level 3 only keys tell what is on it.
    private Recognised plus(Optional<Uid> uid, PlusGlance seen) {
        var number = seen.uid().or(() -> uid);
        Origin origin =
                seen.signature().length == 0 || number.isEmpty()
                        ? Origin.UNTOLD
                        : makers.check(seen.family(), number.get(), seen.signature());
        int blocks = seen.size().blocks() - seen.size().sectors() - 1;
        return new Recognised(
                number,
                Recognised.MAKE + seen.family(),
                Strength.STRONG,
                ClassicSize.BLOCK * blocks,
                seen.level() == 0 ? new Blank() : new Hidden(),
                origin);
    }

    private Recognised desfire(DesfireGlance seen) {
        var strength = seen.hasAes() ? Strength.STRONG : Strength.WEAK;
        Contents contents;
        if (seen.lodgeKeyVersion().isPresent()) {
            contents = new Contents.Lodge(seen.lodgeKeyVersion().getAsInt());
        } else if (!seen.listed()) {
            contents = new Hidden();
        } else if (seen.applications().isEmpty()) {
            contents = new Blank();
        } else {
            contents = new Others(seen.applications());
        }
        Origin origin =
                seen.signature().length == 0 || seen.uid().isEmpty()
                        ? Origin.UNTOLD
                        : makers.check(seen.family(), seen.uid().get(), seen.signature());
        // a card that hides its number shows the reader another one each time
        return new Recognised(
                seen.uid(),
                Recognised.MAKE + seen.family(),
                strength,
                seen.capacity(),
                contents,
                origin);
    }

    private static Optional<Uid> uid(CardLink link) throws DeviceException {
        var answer = new StorageLink(link).uid();
        int length = answer.data().length;
        boolean told = answer.done() && length >= 4 && length <= 10;
        return told ? Optional.of(Uid.of(answer.data())) : Optional.empty();
    }
}
