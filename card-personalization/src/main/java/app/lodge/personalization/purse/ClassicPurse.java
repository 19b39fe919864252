package app.lodge.personalization.purse;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.PurseState;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.classic.AccessBits.Key;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.ClassicValue;
import app.lodge.personalization.classic.ClassicValue.Settled;
import app.lodge.personalization.encoding.ClassicTalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The honest best on MIFARE Classic 1K (CHAIN-29, CHAIN-31): a value block with its backup, ten records
/// in a ring, each with a check value. Key A lowers the value and writes records, key B raises it.
///
/// The record is written before the value moves, and counts only once the value is what it says; so a
/// card torn away at any moment holds the old or the new, and the next look knows which. The chip has no
/// commit and its cipher is broken: an older state can be put back, which only the detector finds.
public final class ClassicPurse {

    static final int VALUE_SECTOR = 5;
    static final int FIRST_RECORD = 6;

    /// Records that stay readable.
    static final int KEPT = 10;

    static final String CHIP = "MIFARE Classic 1K";

    private static final ClassicSize SIZE = ClassicSize.ONE_K;
    private static final int MAIN = SIZE.first(VALUE_SECTOR);
    private static final int BACKUP = MAIN + 1;
    private static final int STATE = MAIN + 2;
    private static final int BLOCKS = 3;

    private final CardKeys keys;
    private final SectorKeys sectors;

    /// The sectors' keys that somebody holds: back office A and B, payment points A only.
    public interface SectorKeys {

        /// @return what may open the sector, likeliest first; empty if this party has none
        List<byte[]> of(Actor actor, Uid uid, int sector, Key which);
    }

    /// @param keys makes and proves check values
    public ClassicPurse(CardKeys keys, SectorKeys sectors) {
        this.keys = keys;
        this.sectors = sectors;
    }

    /// @throws DeviceException with UnknownCard if the card has no purse
    public PurseOnCard look(Actor actor, CardReader reader, Duration wait, Uid uid)
            throws DeviceException {
        try (var talk = new ClassicTalk(reader, wait, SIZE, uid)) {
            return look(actor, talk, uid);
        }
    }

    /// Makes a change that the card does not hold yet.
    public PurseOutcome change(
            Actor actor, CardReader reader, Duration wait, Uid uid, PurseChange change)
            throws DeviceException {
        try (var talk = new ClassicTalk(reader, wait, SIZE, uid)) {
            var seen = look(actor, talk, uid);
            var before = seen.by(change.terminal(), change.sequence());
            if (before.isPresent()) {
                return new PurseOutcome.Done(before.get());
            }
            var refused = DesfirePurse.refusal(seen, change);
            if (refused != null) {
                return refused;
            }
            long told = seen.newest().map(PurseRecord::balanceAfter).orElse(0L);
            return told == seen.value()
                    ? write(actor, talk, seen, change)
                    : new PurseOutcome.Inconsistent(seen, (int) seen.value());
        }
    }

    private PurseOutcome write(Actor actor, ClassicTalk talk, PurseOnCard seen, PurseChange change)
            throws DeviceException {
        var record = NextRecord.after(keys, actor, keys.keySet(actor).version(), seen, change);
        int sector = sector(record.counter());
        open(actor, talk, seen.uid(), sector, Key.A);
        byte[] bytes = record.encode();
        for (int i = 0; i < BLOCKS; i++) {
            talk.card()
                    .write(
                            SIZE.first(sector) + i,
                            Bytes.slice(bytes, i * ClassicSize.BLOCK, ClassicSize.BLOCK));
        }
        boolean raises = change.kind().sign() > 0;
        open(actor, talk, seen.uid(), VALUE_SECTOR, raises ? Key.B : Key.A);
        var value = new ClassicValue(talk.card(), MAIN, BACKUP);
        int amount = Math.toIntExact(change.amount());
        int now = raises ? value.credit(amount) : value.debit(amount);
        if (now != record.balanceAfter()) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("value"));
        }
        return new PurseOutcome.Done(record);
    }

    private static int sector(long counter) {
        return FIRST_RECORD + (int) (counter % KEPT);
    }

    private PurseOnCard look(Actor actor, ClassicTalk talk, Uid uid) throws DeviceException {
        open(actor, talk, uid, VALUE_SECTOR, Key.A);
        byte[] half = talk.card().read(STATE);
        var first =
                PurseState.decode(Arrays.copyOf(half, PurseState.LENGTH))
                        .orElseThrow(() ->
                                new DeviceException(
                                        new DeviceFault.UnknownCard("purse not finished")));
        int value =
                switch (new ClassicValue(talk.card(), MAIN, BACKUP).settle()) {
                    case Settled.Sound(int held) -> held;
                    case Settled.Restored(int held) -> held;
                    case Settled.Lost _ ->
                            throw new DeviceException(new DeviceFault.VerifyMismatch("value"));
                };
        var records = records(actor, talk, uid);
        boolean pending = !records.isEmpty() && neverHappened(records.getLast(), value);
        if (pending) {
            records.removeLast();
        }
        long counter = records.isEmpty() ? 0 : records.getLast().counter();
        long points = records.isEmpty() ? first.points() : records.getLast().pointsAfter();
        return new PurseOnCard(uid, CHIP, first.at(counter, points), value, records);
    }

    /// Written before the value moved, and then the card was gone.
    private static boolean neverHappened(PurseRecord newest, int value) {
        return newest.balanceAfter() != value && newest.balanceBefore() == value;
    }

    /// The newest last; what is torn or forged is none.
    private List<PurseRecord> records(Actor actor, ClassicTalk talk, Uid uid)
            throws DeviceException {
        var records = new ArrayList<PurseRecord>();
        for (int sector = FIRST_RECORD; sector < FIRST_RECORD + KEPT; sector++) {
            open(actor, talk, uid, sector, Key.A);
            int first = SIZE.first(sector);
            var card = talk.card();
            byte[] bytes = Bytes.join(card.read(first), card.read(first + 1), card.read(first + 2));
            PurseRecord.decode(bytes)
                    .filter(each -> genuine(actor, uid, each))
                    .ifPresent(records::add);
        }
        records.sort(Comparator.comparing(PurseRecord::counter));
        return records;
    }

    private boolean genuine(Actor actor, Uid uid, PurseRecord record) {
        return record.keyVersion() > 0
                && record.with(keys.purseCheck(actor, uid, record.keyVersion(), record.checked()))
                        .equals(record);
    }

    /// Writes what an empty purse begins with; one that is there stays.
    void begin(Actor actor, CardReader reader, Duration wait, Uid uid, PurseState first)
            throws DeviceException {
        try (var talk = new ClassicTalk(reader, wait, SIZE, uid)) {
            open(actor, talk, uid, VALUE_SECTOR, Key.B);
            byte[] held = talk.card().read(STATE);
            if (PurseState.decode(Arrays.copyOf(held, PurseState.LENGTH)).isEmpty()) {
                talk.card().write(STATE, Arrays.copyOf(first.encode(), ClassicSize.BLOCK));
            }
        }
    }

    private void open(Actor actor, ClassicTalk talk, Uid uid, int sector, Key which)
            throws DeviceException {
        for (byte[] key : sectors.of(actor, uid, sector, which)) {
            if (talk.open(sector, which, key)) {
                return;
            }
        }
        throw new DeviceException(new DeviceFault.UnknownCard("no purse"));
    }

    /// The purse's size and layout fit no other Classic.
    static boolean fits(Optional<ClassicSize> size) {
        return size.filter(SIZE::equals).isPresent();
    }
}
