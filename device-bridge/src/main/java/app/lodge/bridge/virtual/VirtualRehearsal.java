package app.lodge.bridge.virtual;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keyversions.CardRehearsal;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualDesfire.Generation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Rehearses keys on virtual DESFire cards, by the encoder that writes the real ones (CHAIN-07).
public final class VirtualRehearsal implements CardRehearsal {

    private static final Actor REHEARSAL = Actor.system("rehearsal");
    private static final Duration SOON = Duration.ofSeconds(2);

    /// The cards of a rehearsal leave with it, so the first number there is does.
    private static final CardNumber REHEARSED = new CardNumber(1, 1);

    private final Random random;

    /// @param random for the cards' numbers and challenges
    public VirtualRehearsal(Random random) {
        this.random = random;
    }

    /// In order.
    private enum Step {
        ENCODE_PRESENT,
        READ_PRESENT,
        ROLL_OVER,
        READ_ROLLED,
        ENCODE_NEXT,
        READ_NEXT
    }

    @Override
    public Result rehearse(CardKeys present, CardKeys next) {
        var done = new ArrayList<String>();
        var now = new DesfireEncoder(present);
        var then = new DesfireEncoder(next);
        try (var reader = new InProcessReader("rehearsal")) {
            var rolled = uid();
            var blank = uid();
            for (var step : Step.values()) {
                try {
                    switch (step) {
                        case ENCODE_PRESENT -> encode(now, reader, lay(reader, rolled));
                        case ROLL_OVER -> encode(then, reader, rolled);
                        case ENCODE_NEXT -> encode(then, reader, lay(reader, blank));
                        case READ_PRESENT -> read(now, reader, rolled);
                        case READ_ROLLED -> read(then, reader, rolled);
                        case READ_NEXT -> read(then, reader, blank);
                    }
                } catch (DeviceException e) {
                    return new Result.Failed(name(step), e.fault().getClass().getSimpleName());
                }
                done.add(name(step));
            }
        }
        return new Result.Passed(List.copyOf(done));
    }

    private Uid lay(InProcessReader reader, Uid uid) {
        reader.insert(VirtualDesfire.blank(Generation.EV2, uid, new Random(random.nextLong())));
        return uid;
    }

    private static void encode(DesfireEncoder encoder, InProcessReader reader, Uid uid)
            throws DeviceException {
        encoder.encode(REHEARSAL, reader, SOON, uid, REHEARSED);
    }

    private static void read(DesfireEncoder encoder, InProcessReader reader, Uid uid)
            throws DeviceException {
        encoder.verify(REHEARSAL, reader, SOON, uid, REHEARSED);
        encoder.read(REHEARSAL, reader, SOON);
    }

    private Uid uid() {
        byte[] six = new byte[6];
        random.nextBytes(six);
        return new Uid("04" + HexFormat.of().withUpperCase().formatHex(six));
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
