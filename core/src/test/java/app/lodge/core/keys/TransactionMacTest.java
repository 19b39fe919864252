package app.lodge.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.media.Uid;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAIN-14")
@Tag("CHAIN-15")
class TransactionMacTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] KEY = HEX.parseHex("66A8CB93269DC9BC2885B7A91B9C697B");
    private static final Uid UID = new Uid("04010203040506");

    /// The self-test of the Proxmark's client; NXP published no example.
    @Test
    void makesThePublishedSessionKeys() {
        assertThat(HEX.formatHex(TransactionMac.macKey(KEY, 9, UID)))
                .isEqualTo("7C1AD2D9C5C08154A0A4914B401A6598");
        assertThat(HEX.formatHex(TransactionMac.encryptionKey(KEY, 9, UID)))
                .isEqualTo("119B902A07B18A865B8E1B0060594784");
    }

    @Test
    void padsEachCommandAndItsDataByItself() {
        var input =
                new TransactionMac.Input()
                        .add(0xDC, Bytes.of(2, 0x96, 0, 0, 0))
                        .add(0x3B, Bytes.of(3, 0, 0, 0, 2, 0, 0), Bytes.of(0xAB, 0xCD));

        assertThat(HEX.formatHex(input.bytes()))
                .isEqualTo(
                        "DC029600000000000000000000000000"
                                + "3B030000000200000000000000000000"
                                + "ABCD0000000000000000000000000000");
    }

    @Test
    void theValueIsEverySecondByteOfTheCmac() {
        var input = new TransactionMac.Input().add(0xDC, Bytes.of(2, 1, 0, 0, 0));
        byte[] whole = BlockCipher.aes(TransactionMac.macKey(KEY, 9, UID)).cmac(input.bytes());

        byte[] value = new TransactionMac(KEY, 9, UID).value(input);

        assertThat(value).hasSize(8);
        for (int i = 0; i < 8; i++) {
            assertThat(value[i]).isEqualTo(whole[2 * i + 1]);
        }
    }

    @Test
    void anotherCounterCardOrAmountIsAnotherValue() {
        var input = new TransactionMac.Input().add(0xDC, Bytes.of(2, 1, 0, 0, 0));
        var other = new TransactionMac.Input().add(0xDC, Bytes.of(2, 2, 0, 0, 0));
        byte[] value = new TransactionMac(KEY, 9, UID).value(input);

        assertThat(new TransactionMac(KEY, 10, UID).value(input)).isNotEqualTo(value);
        assertThat(new TransactionMac(KEY, 9, new Uid("04010203040507")).value(input))
                .isNotEqualTo(value);
        assertThat(new TransactionMac(KEY, 9, UID).value(other)).isNotEqualTo(value);
    }

    @Test
    void opensTheReaderThatTheCardSealed() {
        byte[] reader = Bytes.join(new byte[15], Bytes.of(7));
        var mac = new TransactionMac(KEY, 9, UID);

        assertThat(mac.openReader(mac.sealReader(reader))).isEqualTo(reader);
    }

    @Test
    void aCounterOfZeroIsNoTransaction() {
        assertThatThrownBy(() -> new TransactionMac(KEY, 0, UID))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
