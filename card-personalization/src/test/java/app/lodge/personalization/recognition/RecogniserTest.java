package app.lodge.personalization.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.ApplicationDirectory;
import app.lodge.personalization.classic.ClassicCard;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.SectorTrailer;
import app.lodge.personalization.originality.Origin;
import app.lodge.personalization.ultralight.UltralightType;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualCard;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import app.lodge.personalization.virtual.VirtualPlus;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Any card on a reader is named, and what stands on it.
@Tag("ID-47")
class RecogniserTest {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Uid FOUR = new Uid("DEADBEEF");
    private static final Uid SEVEN = new Uid("04A1B2C3D4E5F6");

    private final InProcessReader reader = new InProcessReader("desk");

    private Recognised look(VirtualCard card) throws Exception {
        reader.insert(card);
        return new Recogniser().look(reader, WAIT);
    }

    @ParameterizedTest
    @EnumSource(value = ClassicSize.class, mode = EnumSource.Mode.EXCLUDE, names = "TWO_K")
    void aNewClassicCardIsBlankAndItsCipherBroken(ClassicSize size) throws Exception {
        var seen = look(VirtualStorageCard.classic(size, FOUR));
        assertThat(seen.uid()).contains(FOUR);
        assertThat(seen.chip()).startsWith("MIFARE ");
        assertThat(seen.strength()).isEqualTo(Strength.BROKEN);
        assertThat(seen.contents()).isEqualTo(new Contents.Blank());
        assertThat(seen.capacity())
                .isEqualTo(
                        switch (size) {
                            case MINI -> 224;
                            case ONE_K -> 752;
                            case FOUR_K -> 3440;
                            case TWO_K -> throw new IllegalArgumentException("of Plus only");
                        });
    }

    @ParameterizedTest
    @EnumSource(UltralightType.class)
    void everyUltralightIsToldFromTheOthers(UltralightType type) throws Exception {
        var seen = look(VirtualStorageCard.ultralight(type, SEVEN));
        assertThat(seen.uid()).contains(SEVEN);
        assertThat(seen.chip()).isEqualTo(type.title());
        assertThat(seen.capacity()).isEqualTo(type.capacity());
        assertThat(seen.contents()).isEqualTo(new Contents.Blank());
    }

    @ParameterizedTest
    @EnumSource(UltralightType.class)
    void alsoByAReaderThatHasNoWayToTheChip(UltralightType type) throws Exception {
        var seen = look(new PlainReader(VirtualStorageCard.ultralight(type, SEVEN)));
        assertThat(seen.chip()).isEqualTo(type.title());
        assertThat(seen.capacity()).isEqualTo(type.capacity());
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void aNewDesfireIsBlankAndStrong(Generation generation) throws Exception {
        var seen = look(VirtualDesfire.blank(generation, SEVEN, new Random(1)));
        assertThat(seen.chip()).isEqualTo("MIFARE DESFire " + generation);
        assertThat(seen.strength()).isEqualTo(Strength.STRONG);
        assertThat(seen.capacity()).isEqualTo(8192);
        assertThat(seen.contents()).isEqualTo(new Contents.Blank());
    }

    @Test
    void aMakersSignatureTellsAnOriginalChipFromACopy() throws Exception {
        byte[] ntag =
                HexFormat.of()
                        .parseHex(
                                "8B76052EE42F5567BEB53238B3E3F9950707C0DCC956B5C5EFCFDB709B2D82B3");
        byte[] ev3 =
                HexFormat.of()
                        .parseHex(
                                "5CBB5632795C8F15263FEFB095B51C7B541AFD914A1AE44EF6FB8AF605EDF13D"
                                        + "BFEE6C3A2DB372245E671DFE0D42CB1F0D0B8FE67A89D2F6");
        var original = new Uid("04E10CDA993C80");
        var originalEv3 = new Uid("04448BD2DB6B80");

        assertThat(
                        look(VirtualStorageCard.ultralight(UltralightType.NTAG213, original, ntag))
                                .origin())
                .isEqualTo(Origin.GENUINE);
        assertThat(
                        look(VirtualStorageCard.ultralight(UltralightType.NTAG213, SEVEN, ntag))
                                .origin())
                .isEqualTo(Origin.FORGED);
        assertThat(look(VirtualStorageCard.ultralight(UltralightType.NTAG213, SEVEN)).origin())
                .isEqualTo(Origin.FORGED);
        assertThat(look(VirtualStorageCard.ultralight(UltralightType.ULTRALIGHT, SEVEN)).origin())
                .isEqualTo(Origin.UNTOLD);
        assertThat(
                        look(VirtualDesfire.blank(Generation.EV3, originalEv3, new Random(1))
                                        .signed(ev3))
                                .origin())
                .isEqualTo(Origin.GENUINE);
        assertThat(
                        look(VirtualDesfire.blank(Generation.EV3, SEVEN, new Random(1)).signed(ev3))
                                .origin())
                .isEqualTo(Origin.FORGED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClassicSize.class,
            names = {"TWO_K", "FOUR_K"})
    void aPlusCardThatIsNotPersonalisedIsBlankAndStrong(ClassicSize size) throws Exception {
        var seen = look(VirtualPlus.blank(size, SEVEN, new Random(1)));

        assertThat(seen.uid()).contains(SEVEN);
        assertThat(seen.chip()).isEqualTo("MIFARE Plus EV1");
        assertThat(seen.capacity()).isEqualTo(size == ClassicSize.FOUR_K ? 3440 : 1520);
        assertThat(seen.strength()).isEqualTo(Strength.STRONG);
        assertThat(seen.contents()).isEqualTo(new Contents.Blank());
        assertThat(seen.encodable()).isFalse();
    }

    @Test
    void aClassicCardsDirectoryIsRead() throws Exception {
        var card = VirtualStorageCard.classic(ClassicSize.ONE_K, FOUR);
        reader.insert(card);
        List<Integer> applications = new ArrayList<>(Collections.nCopies(15, 0));
        applications.set(2, ApplicationDirectory.NDEF);
        applications.set(7, 0x4821);
        byte[] directory = new ApplicationDirectory(0, applications).first();
        try (CardLink link = reader.connect(WAIT)) {
            var classic = new ClassicCard(link, ClassicSize.ONE_K);
            assertThat(classic.open(0, AccessBits.Key.A, ClassicCard.factoryKey())).isTrue();
            classic.write(1, Bytes.slice(directory, 0, 16));
            classic.write(2, Bytes.slice(directory, 16, 16));
            classic.write(
                    new SectorTrailer(
                            ClassicCard.directoryKey(),
                            AccessBits.READ_A_WRITE_B,
                            0xC1,
                            Bytes.of(1, 2, 3, 4, 5, 6)));
        }
        assertThat(new Recogniser().look(reader, WAIT).contents())
                .isEqualTo(new Contents.Others(List.of("E103", "4821")));
    }

    @Test
    void aClassicCardWithForeignKeysHidesWhatItHas() throws Exception {
        var card = VirtualStorageCard.classic(ClassicSize.ONE_K, FOUR);
        reader.insert(card);
        try (CardLink link = reader.connect(WAIT)) {
            var classic = new ClassicCard(link, ClassicSize.ONE_K);
            classic.open(0, AccessBits.Key.A, ClassicCard.factoryKey());
            byte[] secret = Bytes.of(9, 9, 9, 9, 9, 9);
            classic.write(new SectorTrailer(secret, AccessBits.PURSE, 0, secret));
        }
        assertThat(new Recogniser().look(reader, WAIT).contents()).isEqualTo(new Contents.Hidden());
    }

    @Test
    void aCardThatIsNobodysKindIsNamedByItsAtr() throws Exception {
        var seen = look(new Stranger());
        assertThat(seen.chip()).isEqualTo("3B6500002063CB6800");
        assertThat(seen.uid()).isEmpty();
        assertThat(seen.contents()).isEqualTo(new Contents.None());
    }

    /// A contact card that knows no command.
    private static final class Stranger implements VirtualCard {
        @Override
        public Uid uid() {
            return FOUR;
        }

        @Override
        public byte[] atr() {
            return Bytes.of(0x3B, 0x65, 0x00, 0x00, 0x20, 0x63, 0xCB, 0x68, 0x00);
        }

        @Override
        public void reset() {}

        @Override
        public byte[] transmit(byte[] apdu) {
            return Bytes.of(0x6D, 0x00);
        }
    }

    /// A reader without the PN532's commands.
    private record PlainReader(VirtualCard card) implements VirtualCard {
        @Override
        public Uid uid() {
            return card.uid();
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void reset() {
            card.reset();
        }

        @Override
        public byte[] transmit(byte[] apdu) {
            return apdu[1] == 0 ? Bytes.of(0x6E, 0x00) : card.transmit(apdu);
        }
    }
}
