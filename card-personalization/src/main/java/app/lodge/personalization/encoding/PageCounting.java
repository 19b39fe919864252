package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.PlannedMedium.Counter;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.Step.Kind;
import app.lodge.personalization.ultralight.UltralightType;
import java.util.ArrayList;
import java.util.List;

/// The counters of one chip by the plan: NTAG21x is told to count, Ultralight EV1's are raised. One that
/// has counted since stays as it is.
record PageCounting(UltralightType type, List<Counter> wanted) {

    /// NFC_CNT_EN and NFC_CNT_PWD_PROT of ACCESS (NTAG213_215_216 §8.5.7).
    private static final int COUNTS = 0x10;

    private static final int ASKS_PASSWORD = 0x08;

    private boolean countsReads() {
        return type.counters() == 1 && !wanted.isEmpty();
    }

    /// Lets an NTAG count; before its settings are guarded.
    void begin(PageTalk talk, Step.Log log) throws DeviceException {
        if (!countsReads() || counting(access(talk)[0])) {
            return;
        }
        byte[] access = access(talk);
        access[0] = (byte) (access[0] & ~(COUNTS | ASKS_PASSWORD) | bits());
        log.intend(new Step(Kind.COUNT_READS, place(wanted.getFirst()), ""));
        talk.pages().write(type.configuration() + 1, access).orRefuse("Write");
    }

    private byte[] access(PageTalk talk) throws DeviceException {
        return Bytes.slice(talk.card().read(type.configuration() + 1), 0, UltralightType.PAGE);
    }

    private int bits() {
        return COUNTS | (wanted.getFirst().guarded() ? ASKS_PASSWORD : 0);
    }

    private boolean counting(byte access) {
        return (access & (COUNTS | ASKS_PASSWORD)) == bits();
    }

    /// Raises counters that stand lower than the plan says, each with one command.
    void raise(PageTalk talk, Step.Log log) throws DeviceException {
        for (var counter : wanted) {
            int missing = counter.least() == 0 ? 0 : counter.least() - value(talk, counter);
            if (missing > 0) {
                log.intend(
                        new Step(
                                Kind.RAISE_COUNTER,
                                place(counter),
                                Integer.toString(counter.least())));
                talk.card().count(counter.number(), missing);
            }
        }
    }

    private static int value(PageTalk talk, Counter counter) throws DeviceException {
        return talk.card()
                .counter(counter.number())
                .orElseThrow(
                        () -> new DeviceException(new DeviceFault.CardRefused("ReadCounter", 0)))
                .value();
    }

    /// @param raised whether the medium was issued, not only prepared
    /// @throws DeviceException with VerifyMismatch if a counter is not as the plan says
    List<PlaceRead> verify(PageTalk talk, boolean raised) throws DeviceException {
        if (countsReads() && !counting(access(talk)[0])) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("counter"));
        }
        var read = new ArrayList<PlaceRead>();
        for (var counter : raised ? wanted : List.<Counter>of()) {
            int value = value(talk, counter);
            if (value < counter.least()) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("counter"));
            }
            read.add(new PlaceRead(place(counter), new byte[0], value));
        }
        return read;
    }

    private static String place(Counter counter) {
        return "counter " + counter.number();
    }
}
