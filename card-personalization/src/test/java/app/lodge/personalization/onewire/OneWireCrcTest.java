package app.lodge.personalization.onewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Published vectors: Maxim application note 27, and the check values of the catalogue of CRCs (1-Wire's
/// are CRC-8/MAXIM-DOW and CRC-16/ARC).
@Tag("KEY-25")
class OneWireCrcTest {

    private static final byte[] CHECK = "123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theCrcOfEightBitsMeetsItsPublishedValues() {
        assertThat(OneWireCrc.crc8(CHECK, CHECK.length)).isEqualTo(0xA1);
        byte[] example = HexFormat.of().parseHex("021CB801000000A2");
        assertThat(OneWireCrc.crc8(example, 7)).isEqualTo(0xA2);
        assertThat(OneWireCrc.crc8(example, 8)).isZero();
    }

    @Test
    void theCrcOfSixteenBitsMeetsItsPublishedValues() {
        int crc = OneWireCrc.crc16(0, CHECK);
        assertThat(crc).isEqualTo(0xBB3D);
        assertThat(OneWireCrc.inverted(crc)).containsExactly(0xC2, 0x44);
        assertThat(OneWireCrc.crc16(0, CHECK, OneWireCrc.inverted(crc))).isEqualTo(0xB001);
    }

    @Test
    void aRomNumberThatFailsItsChecksumIsNone() {
        assertThat(RomNumber.of(HexFormat.of().parseHex("0CC5A7D3020000D5"))).isPresent();
        assertThat(RomNumber.of(HexFormat.of().parseHex("0CC5A7D3020000D4"))).isEmpty();
        assertThat(RomNumber.of(new byte[8])).as("what a shorted bus sends").isEmpty();
        assertThatThrownBy(() -> new RomNumber("0CC5A7D3020001D5")).hasMessageContaining("CRC-8");
    }

    @Test
    void aRomNumberIsMadeOfFamilyAndSerialAndEngravedTheOtherWayRound() {
        var rom = RomNumber.numbered(0x0C, 0x02D3A7C5L);
        assertThat(rom.hex()).isEqualTo("0CC5A7D3020000D5");
        assertThat(rom.family()).isEqualTo(0x0C);
        assertThat(rom.engraved()).isEqualTo("D5000002D3A7C50C");
        assertThat(rom.uid().hex()).isEqualTo(rom.hex());
    }
}
