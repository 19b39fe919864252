package app.lodge.personalization.purse;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.PurseSlots;
import app.lodge.core.media.Uid;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseOnCard;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.PurseState;
import app.lodge.personalization.cards.CardLink;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.DesfireFiles;
import app.lodge.personalization.cards.DesfireTalk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A purse on a DESFire card (CHAIN-22, CHAIN-28 to CHAIN-32). Value, points, counter and record change
/// in one commit, so a card torn away at any moment holds the old or the new, never another; a second
/// try finds by the record which, and does nothing twice.
///
/// The same class serves terminal and back office; what each can do lies in the keys it is given.
public final class DesfirePurse {

    private final CardKeys keys;

    /// @param keys the vault's, or a terminal's own
    public DesfirePurse(CardKeys keys) {
        this.keys = keys;
    }

    /// Reads state and records with the reading key; the value is the newest record's.
    ///
    /// @throws DeviceException with UnknownCard if the card has no purse
    public PurseOnCard look(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return look(talk(actor, link));
        }
    }

    /// Makes a change that the card does not hold yet.
    ///
    /// @param uid the card that it is for; another one is refused
    /// @throws DeviceException if the card went away or refused; whether it changed is seen at the next
    ///     try with the same change
    public PurseOutcome change(
            Actor actor, CardReader reader, Duration wait, Uid uid, PurseChange change)
            throws DeviceException {
        try (var link = reader.connect(wait)) {
            var talk = talk(actor, link);
            if (!talk.uid().equals(uid)) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("uid"));
            }
            var seen = look(talk);
            var before = seen.by(change.terminal(), change.sequence());
            if (before.isPresent()) {
                return new PurseOutcome.Done(before.get());
            }
            var refused = refusal(seen, change);
            return refused != null ? refused : write(actor, talk, seen, change);
        }
    }

    static @Nullable PurseOutcome refusal(PurseOnCard seen, PurseChange change) {
        var state = seen.state();
        if (state.currency() != change.currency()) {
            return new PurseOutcome.OtherCurrency(state.currency());
        }
        var last = state.validUntil();
        boolean spending = change.kind() == PurseKind.DEBIT || change.kind() == PurseKind.LOAD;
        if (last != null
                && spending
                && LocalDate.ofInstant(change.at(), ZoneOffset.UTC).isAfter(last)) {
            return new PurseOutcome.Expired(last);
        }
        return seen.value() + change.kind().sign() * change.amount() < 0
                ? new PurseOutcome.Insufficient(seen.value())
                : null;
    }

    private PurseOutcome write(Actor actor, DesfireTalk talk, PurseOnCard seen, PurseChange change)
            throws DeviceException {
        int slot = change.kind().backOffice() ? PurseSlots.CREDIT : PurseSlots.DEBIT;
        talk.select(PurseSlots.APPLICATION); // ends the reading session: versions are free outside
        int version = talk.keyVersion(slot);
        var files = talk.open(new CardKey.Site(PurseSlots.APPLICATION, slot, atLeastOne(version)));
        int value = files.getValue(PurseFiles.VALUE, PurseFiles.MODE);
        if (value != seen.value()
                || seen.newest().map(PurseRecord::counter).orElse(0L) != seen.state().counter()) {
            return new PurseOutcome.Inconsistent(seen, value);
        }
        var record = NextRecord.after(keys, actor, atLeastOne(version), seen, change);
        move(files, change);
        files.writeData(
                PurseFiles.STATE,
                PurseFiles.MODE,
                0,
                seen.state().at(record.counter(), record.pointsAfter()).encode());
        files.writeRecord(PurseFiles.RECORDS, PurseFiles.MODE, 0, record.encode());
        files.commit();
        return new PurseOutcome.Done(record);
    }

    private static void move(DesfireFiles files, PurseChange change) throws DeviceException {
        int amount = Math.toIntExact(change.amount());
        switch (change.kind()) {
            case LOAD, REFUND -> files.credit(PurseFiles.VALUE, PurseFiles.MODE, amount);
            case DEBIT, PAY_OUT -> files.debit(PurseFiles.VALUE, PurseFiles.MODE, amount);
            case UNDO -> files.limitedCredit(PurseFiles.VALUE, PurseFiles.MODE, amount);
        }
    }

    private DesfireTalk talk(Actor actor, CardLink link) throws DeviceException {
        return DesfireTalk.on(link, keys, actor);
    }

    private static PurseOnCard look(DesfireTalk talk) throws DeviceException {
        if (!talk.select(PurseSlots.APPLICATION)) {
            throw new DeviceException(new DeviceFault.UnknownCard("no purse"));
        }
        int version = talk.keyVersion(PurseSlots.READ);
        if (version == 0 || talk.keyVersion(PurseSlots.MASTER) == 0) {
            throw new DeviceException(new DeviceFault.UnknownCard("purse not finished"));
        }
        var files = talk.open(new CardKey.Site(PurseSlots.APPLICATION, PurseSlots.READ, version));
        var state =
                PurseState.decode(
                                files.readData(
                                        PurseFiles.STATE, PurseFiles.MODE, 0, PurseState.LENGTH))
                        .orElseThrow(() ->
                                new DeviceException(new DeviceFault.VerifyMismatch("purse-state")));
        List<PurseRecord> records = new ArrayList<>();
        int count = (int) Math.min(PurseFiles.KEPT, state.counter());
        if (count > 0) {
            for (byte[] bytes :
                    files.readRecords(
                            PurseFiles.RECORDS, PurseFiles.MODE, 0, count, PurseRecord.LENGTH)) {
                records.add(
                        PurseRecord.decode(bytes)
                                .orElseThrow(() ->
                                        new DeviceException(
                                                new DeviceFault.VerifyMismatch("purse-record"))));
            }
        }
        long value = records.isEmpty() ? 0 : records.getLast().balanceAfter();
        return new PurseOnCard(talk.uid(), talk.family(), state, value, records);
    }

    private static int atLeastOne(int version) throws DeviceException {
        if (version == 0) {
            throw new DeviceException(new DeviceFault.UnknownCard("purse not finished"));
        }
        return version;
    }
}
