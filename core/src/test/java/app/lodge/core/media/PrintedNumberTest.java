package app.lodge.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.PrintedNumber.Form;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any way that a reader prints a chip's number finds the chip.
@Tag("ID-47")
class PrintedNumberTest {

    @Test
    void aMifareCardAsFiveReadersPrintIt() {
        var printed =
                PrintedNumber.of(new Uid("DEADBEEF")).stream()
                        .collect(Collectors.toMap(PrintedNumber::form, PrintedNumber::text));
        assertThat(printed)
                .containsEntry(Form.HEX, "DEADBEEF")
                .containsEntry(Form.HEX_REVERSED, "EFBEADDE")
                .containsEntry(Form.DECIMAL, "3735928559")
                .containsEntry(Form.DECIMAL_REVERSED, "4022250974")
                .containsEntry(Form.WIEGAND_26, "173,48879")
                .containsEntry(Form.WIEGAND_26_REVERSED, "190,44510")
                .containsEntry(Form.LOW_DECIMAL, "11386607")
                .containsEntry(Form.WORDS, "57005,48879")
                .containsEntry(Form.WORDS_REVERSED, "61374,44510")
                .hasSize(9);
    }

    @Test
    void anEm4100FobAsItIsStamped() {
        assertThat(PrintedNumber.of(new Uid("0102A1B2C3")))
                .contains(
                        new PrintedNumber(Form.EM_DECIMAL, "0044151491"),
                        new PrintedNumber(Form.WIEGAND_26, "161,45763"),
                        new PrintedNumber(Form.BITS_MIRRORED, "8040854DC3"));
    }

    @Property
    void everyPrintFindsTheChip(@ForAll("uids") Uid uid) {
        for (var printed : PrintedNumber.of(uid)) {
            assertThat(SoughtNumber.of(printed.text()).matches(uid.bytes()))
                    .as("%s of %s", printed, uid)
                    .isTrue();
        }
    }

    @Property
    void alsoWithPartingsAndInSmallLetters(@ForAll("uids") Uid uid) {
        var parted = uid.hex().replaceAll("(..)(?=.)", "$1:").toLowerCase(Locale.ROOT);
        assertThat(SoughtNumber.of(parted).matches(uid.bytes())).isTrue();
        assertThat(SoughtNumber.of(" 0x" + uid.hex()).matches(uid.bytes())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Anna",
                "1234-01",
                "256,00001",
                "001,65536",
                "12",
                "99999999999999999999999999"
            })
    void whatIsNoChipsNumberFindsNone(String text) {
        assertThat(SoughtNumber.of(text).matches(new Uid("DEADBEEF").bytes())).isFalse();
    }

    @Provide
    Arbitrary<Uid> uids() {
        return Arbitraries.of(4, 5, 7, 8, 10)
                .flatMap(size -> Arbitraries.bytes().array(byte[].class).ofSize(size))
                .filter(bytes -> bytes[0] != 0 && bytes[bytes.length - 1] != 0)
                .map(Uid::of);
    }
}
