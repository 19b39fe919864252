package app.lodge.personalization.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.classic.AccessBits.DataRight;
import app.lodge.personalization.classic.AccessBits.Key;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// MIFARE Classic's bytes against what its data sheet, AN10787 and libfreefare publish.
@Tag("ID-47")
class ClassicTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @ParameterizedTest
    @CsvSource({"0,0,0,1,FF0780", "4,4,4,3,787788", "6,6,4,3,48778B", "0,0,0,3,7F0788"})
    void accessBitsAreThePublishedOnes(int a, int b, int c, int trailer, String bytes) {
        var bits = AccessBits.of(a, b, c, trailer);
        assertThat(HEX.formatHex(bits.encode())).isEqualTo(bytes);
        assertThat(AccessBits.decode(HEX.parseHex(bytes))).contains(bits);
    }

    @Property
    void accessBitsComeBackAndNoFlippedBitPasses(
            @ForAll @IntRange(max = 7) int a,
            @ForAll @IntRange(max = 7) int b,
            @ForAll @IntRange(max = 7) int c,
            @ForAll @IntRange(max = 7) int trailer,
            @ForAll @IntRange(max = 23) int flipped) {
        var bits = AccessBits.of(a, b, c, trailer);
        byte[] bytes = bits.encode();
        assertThat(AccessBits.decode(bytes)).contains(bits);
        bytes[flipped / 8] ^= (byte) (1 << flipped % 8);
        assertThat(AccessBits.decode(bytes)).isEmpty();
    }

    @Test
    void aKeyBThatCanBeReadOpensNothing() {
        assertThat(AccessBits.TRANSPORT.keyBIsData()).isTrue();
        assertThat(AccessBits.TRANSPORT.allows(Key.B, 0, DataRight.READ)).isFalse();
        assertThat(AccessBits.TRANSPORT.allows(Key.A, 0, DataRight.WRITE)).isTrue();
        assertThat(AccessBits.PURSE.allows(Key.A, 0, DataRight.DECREMENT)).isTrue();
        assertThat(AccessBits.PURSE.allows(Key.A, 0, DataRight.INCREMENT)).isFalse();
        assertThat(AccessBits.PURSE.allows(Key.B, 0, DataRight.INCREMENT)).isTrue();
    }

    @Test
    void theTrailerIsTheOneOfLibfreefaresOwnTest() {
        byte[] keyA = Bytes.of(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
        byte[] keyB = Bytes.of(0xDE, 0xAD, 0xBE, 0xEF, 0xFF, 0xFF);
        var trailer = new SectorTrailer(keyA, AccessBits.TRANSPORT, 0x42, keyB);
        assertThat(HEX.formatHex(trailer.encode())).isEqualTo("FFFFFFFFFFFFFF078042DEADBEEFFFFF");
        assertThat(trailer.toString()).doesNotContainIgnoringCase("deadbeef");
    }

    @Test
    void aDirectorysCheckByteIsThePublishedOne() {
        assertThat(
                        ApplicationDirectory.crc(
                                HEX.parseHex(
                                        "01010801080108"
                                                + "0000000000000400"
                                                + "0310031002100210"
                                                + "0000000000001130")))
                .isEqualTo(0x89);
        var ndef = new ApplicationDirectory(1, first(5));
        assertThat(ndef.first()[0] & 0xFF).isEqualTo(0xC4);
        assertThat(HEX.formatHex(ndef.first())).startsWith("C401" + "03E1".repeat(5) + "0000");
        assertThat(new ApplicationDirectory(0, first(1)).first()[0] & 0xFF).isEqualTo(0xDB);
    }

    private static List<Integer> first(int sectors) {
        return Stream.concat(
                        IntStream.range(0, sectors).mapToObj(_ -> ApplicationDirectory.NDEF),
                        IntStream.range(sectors, 15).mapToObj(_ -> ApplicationDirectory.FREE))
                .toList();
    }

    @Property
    void aDirectoryComesBackAndAFlippedBitIsNoticed(
            @ForAll @IntRange(max = 15) int publisher,
            @ForAll @IntRange(max = 0xFFFF) int application,
            @ForAll @IntRange(max = 37) int place,
            @ForAll @IntRange(max = 255) int flipped) {
        var applications = new Integer[38];
        Arrays.fill(applications, 0);
        applications[place] = application;
        var directory = new ApplicationDirectory(publisher, List.of(applications));
        byte[] first = directory.first();
        assertThat(first).hasSize(32);
        assertThat(directory.second()).hasSize(48);
        assertThat(ApplicationDirectory.decode(first, directory.second())).contains(directory);
        first[flipped / 8] ^= (byte) (1 << flipped % 8);
        assertThat(ApplicationDirectory.decode(first, directory.second())).isEmpty();
    }

    @Property
    void aValueBlockComesBackAndATornOneIsNone(
            @ForAll int value,
            @ForAll @IntRange(max = 255) int address,
            @ForAll @IntRange(max = 127) int flipped) {
        var block = new ValueBlock(value, address);
        byte[] bytes = block.encode();
        assertThat(ValueBlock.decode(bytes)).contains(block);
        bytes[flipped / 8] ^= (byte) (1 << flipped % 8);
        assertThat(ValueBlock.decode(bytes)).isEmpty();
    }

    @Test
    void sectorsAndBlocksOfA4KAreWhereTheDataSheetPutsThem() {
        var size = ClassicSize.FOUR_K;
        assertThat(size.blocks()).isEqualTo(256);
        assertThat(size.first(31)).isEqualTo(124);
        assertThat(size.first(32)).isEqualTo(128);
        assertThat(size.trailer(39)).isEqualTo(255);
        assertThat(size.sectorOf(127)).isEqualTo(31);
        assertThat(size.sectorOf(143)).isEqualTo(32);
        assertThat(size.group(128 + 4)).isZero();
        assertThat(size.group(128 + 5)).isEqualTo(1);
        assertThat(size.group(128 + 15)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> size.sectorOf(256))
                .withMessage("Block 256 is outside 0 to 255");
    }
}
