package app.lodge.personalization.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.SoughtNumber;
import app.lodge.core.media.Uid;
import app.lodge.personalization.virtual.onewire.PseudoTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Serial readers of numbers in the forms that their makers publish.
@Tag("ID-47")
class NumberReaderTest {

    private static final Duration WAIT = Duration.ofSeconds(5);

    /// The example of the RDM6300's data sheet: 62E3086CED.
    private static final String RDM6300 = "\u000262E3086CED08\u0003";

    /// The same as an ID-12LA frames it.
    private static final String ID_12 = "\u000262E3086CED08\r\n\u0003";

    private static List<String> numbers(String sent, int piece) {
        var frames = new NumberFrames();
        byte[] bytes = sent.getBytes(StandardCharsets.US_ASCII);
        var found = new ArrayList<String>();
        for (int at = 0; at < bytes.length; at += piece) {
            frames.put(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                found.add(next.get());
            }
        }
        return found;
    }

    @Test
    void everyFormInPiecesOfEverySize() {
        var sent = RDM6300 + ID_12 + "0004711234\r\n04A1B2C3D4E5F6\r123,04711\n\r\n";
        for (int piece = 1; piece <= sent.length(); piece++) {
            assertThat(numbers(sent, piece))
                    .as("%d bytes at once", piece)
                    .containsExactly(
                            "0x62E3086CED",
                            "0x62E3086CED",
                            "0004711234",
                            "04A1B2C3D4E5F6",
                            "123,04711");
        }
    }

    @Test
    void aFlippedBitIsNoNumber() {
        var good = RDM6300.getBytes(StandardCharsets.US_ASCII);
        for (int at = 1; at < good.length - 1; at++) {
            byte[] bad = good.clone();
            bad[at] = (byte) (bad[at] == '0' ? '1' : '0');
            assertThat(numbers(new String(bad, StandardCharsets.US_ASCII), 1))
                    .as("byte %d", at)
                    .isEmpty();
        }
    }

    @Test
    void whatItSendsFindsTheFob() {
        var number = numbers(RDM6300, 3).getFirst();
        assertThat(SoughtNumber.of(number).matches(new Uid("62E3086CED").bytes())).isTrue();
    }

    @Test
    void throughARealSerialPort() throws Exception {
        try (var terminal = terminal();
                var reader = NumberReader.open(terminal.name())) {
            terminal.write(ID_12.getBytes(StandardCharsets.US_ASCII));
            terminal.write("0004711234\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.next(WAIT)).contains("0x62E3086CED");
            assertThat(reader.next(WAIT)).contains("0004711234");
            assertThat(reader.next(Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void aPortThatIsNotThereIsNoReader() {
        var fault =
                catchThrowableOfType(
                        DeviceException.class, () -> NumberReader.open("/dev/no-such-port"));
        assertThat(fault.fault()).isEqualTo(new DeviceFault.NoReader("/dev/no-such-port"));
    }

    private static PseudoTerminal terminal() throws Exception {
        try {
            return PseudoTerminal.open();
        } catch (IOException e) {
            Assumptions.abort("SKIPPED: needs pseudo-terminals");
            throw e;
        }
    }
}
