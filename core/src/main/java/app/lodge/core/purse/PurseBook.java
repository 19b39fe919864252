package app.lodge.core.purse;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.OriginReused;
import app.lodge.core.accounts.PurseMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseDetector.Finding;
import app.lodge.core.purse.PurseDetector.Found;
import app.lodge.core.purse.Purses.Known;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.core.purse.Purses.Settled;
import app.lodge.core.purse.Purses.Waiting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes records in, once each, books what they say, settles the orders that they prove, and has the
/// detector look at the purse again.
final class PurseBook {

    static final String UPLOAD = "UPLOAD";
    static final String CARD = "CARD";
    private static final int NEWEST = 10;

    /// Orders younger than the card's ring is long are told by it.
    private static final int RING = 10;

    final PurseStore purses = new PurseStore();
    final RecordStore records = new RecordStore();
    final OrderStore orders = new OrderStore();
    private final PurseMoney money;
    private final CardKeys keys;

    PurseBook(PurseMoney money, CardKeys keys) {
        this.money = money;
        this.keys = keys;
    }

    /// @return the posting; null if it is not one of its own
    @Nullable Long take(Tx tx, PurseStore.Row purse, PurseRecord record, String source) {
        if (records.has(tx, purse.medium(), record)) {
            return records.posting(tx, purse.medium(), record);
        }
        var uid = purse.uid();
        boolean genuine = uid == null || genuine(uid, record);
        Long posting = null;
        if (!genuine) {
            records.alarm(tx, purse.medium(), new Found(Finding.FORGED_RECORD, record.counter()));
        } else if (record.kind().backOffice()) {
            posting = written(tx, purse, record);
        } else {
            posting = spent(tx, purse, record);
        }
        records.insert(tx, purse.medium(), record, source, genuine, posting);
        return posting;
    }

    private boolean genuine(Uid uid, PurseRecord record) {
        return record.keyVersion() > 0
                && record.with(
                                keys.purseCheck(
                                        Actor.system("purses"),
                                        uid,
                                        record.keyVersion(),
                                        record.checked()))
                        .equals(record);
    }

    private @Nullable Long spent(Tx tx, PurseStore.Row purse, PurseRecord record) {
        if (record.amount() == 0 || record.terminal() == 0) {
            return null;
        }
        return book(tx, purse.medium(), purse.account(), record);
    }

    /// @param account null for a card without a purse here
    @Nullable Long book(Tx tx, long medium, @Nullable AccountId account, PurseRecord record) {
        var currency = PurseState.currency(record.currency());
        if (currency.isEmpty()) {
            return null;
        }
        try {
            return money.spent(
                    tx,
                    record.terminal(),
                    record.sequence(),
                    record.at(),
                    account,
                    new Money(-record.kind().sign() * record.amount(), currency.get()),
                    record.hex());
        } catch (OriginReused e) {
            // One number of a terminal for two things: the first stays booked.
            if (medium != 0) {
                records.alarm(tx, medium, new Found(Finding.DOES_NOT_ADD_UP, record.counter()));
            }
            return null;
        }
    }

    private @Nullable Long written(Tx tx, PurseStore.Row purse, PurseRecord record) {
        var found = orders.find(tx.sql(), purse.medium(), record.sequence());
        if (found.isEmpty() || found.get().amount() != record.amount()) {
            return null; // the detector tells
        }
        var order = found.get();
        return switch (order.state()) {
            case WRITTEN -> order.posting();
            case CANCELLED -> {
                // It was given back although the card had it: take it again.
                var before = order.posting();
                @Nullable Long posting =
                        before == null
                                ? payOut(tx, purse, order)
                                : Long.valueOf(money.undo(tx, order.number(), before, "again"));
                end(tx, order, OrderStore.State.WRITTEN, posting);
                yield posting;
            }
            case OPEN -> {
                var posting =
                        order.kind() == PurseKind.PAY_OUT
                                ? payOut(tx, purse, order)
                                : order.posting();
                end(tx, order, OrderStore.State.WRITTEN, posting);
                yield posting;
            }
        };
    }

    private @Nullable Long payOut(Tx tx, PurseStore.Row purse, OrderStore.Row order) {
        var paid =
                money.payOut(
                        tx,
                        order.number(),
                        purse.account(),
                        new Money(order.amount(), purse.currency()));
        return paid instanceof PurseMoney.Outcome.Booked(long posting) ? posting : null;
    }

    /// Orders that the card should have by now and has not.
    void cancelMissing(Tx tx, PurseStore.Row purse, PurseOnCard card) {
        long oldest = card.records().isEmpty() ? 0 : card.records().getFirst().counter();
        boolean ringTellsAll = oldest <= 1 || card.records().size() < RING;
        for (var order : orders.open(tx.sql(), purse.medium())) {
            boolean younger =
                    ringTellsAll || !card.records().getFirst().at().isAfter(order.createdAt());
            if (!younger) {
                continue;
            }
            var posting = order.posting();
            @Nullable Long undone =
                    posting == null
                            ? null
                            : Long.valueOf(money.undo(tx, order.number(), posting, "cancelled"));
            end(tx, order, OrderStore.State.CANCELLED, undone);
        }
    }

    private void end(Tx tx, OrderStore.Row order, OrderStore.State state, @Nullable Long posting) {
        orders.end(tx, order.number(), state, posting);
        orders.lost(tx.sql(), order.number())
                .flatMap(lost -> purses.find(tx.sql(), lost))
                .ifPresent(lost -> follow(tx, lost, order.medium(), state));
        tx.journal(
                state == OrderStore.State.WRITTEN ? "purse.written" : "purse.not-written",
                "medium:" + order.medium(),
                Map.of(
                        "order", order.number(),
                        "kind", order.kind().name(),
                        "amount", order.amount()));
    }

    /// A lost purse has moved as soon as the new card has it, and not before.
    private void follow(Tx tx, PurseStore.Row lost, long to, OrderStore.State state) {
        if (state == OrderStore.State.CANCELLED) {
            purses.notMoved(tx, lost);
            tx.journal("purse.not-moved", "medium:" + lost.medium(), Map.of("to", to));
        } else {
            purses.moved(tx, lost.medium(), to);
        }
    }

    /// What became of orders that were open before.
    List<Settled> settled(Tx tx, PurseStore.Row purse, List<OrderStore.Row> before) {
        var settled = new ArrayList<Settled>();
        for (var order : before) {
            var now = orders.find(tx.sql(), purse.medium(), order.number()).orElseThrow();
            if (now.state() == OrderStore.State.OPEN) {
                continue;
            }
            var posting = now.posting();
            boolean onCard = now.state() == OrderStore.State.WRITTEN;
            settled.add(
                    new Settled(
                            now.number(),
                            now.kind(),
                            new Money(now.amount(), purse.currency()),
                            now.source(),
                            onCard,
                            onCard && posting != null
                                    ? money.receipt(tx, posting, purse.medium())
                                    : null));
        }
        return settled;
    }

    void detect(Tx tx, long medium) {
        var genuine =
                records.all(tx.sql(), medium).stream()
                        .filter(Known::genuine)
                        .map(Known::record)
                        .toList();
        PurseDetector.find(
                        genuine, orders.known(tx.sql(), medium), records.sights(tx.sql(), medium))
                .forEach(found -> records.alarm(tx, medium, found));
    }

    Purse view(Tx tx, PurseStore.Row purse) {
        var known = records.all(tx.sql(), purse.medium());
        Set<Long> counters = new HashSet<>();
        known.forEach(each -> counters.add(each.record().counter()));
        long highest = known.isEmpty() ? 0 : known.getFirst().record().counter();
        return new Purse(
                new MediumId(purse.medium()),
                purse.state(),
                money.balance(tx, purse.account(), purse.currency()),
                purse.validUntil(),
                highest,
                highest - counters.size(),
                known.isEmpty() ? 0 : known.getFirst().record().pointsAfter(),
                List.copyOf(known.subList(0, Math.min(NEWEST, known.size()))),
                orders.open(tx.sql(), purse.medium()).stream()
                        .map(row ->
                                new Waiting(
                                        row.number(),
                                        row.kind(),
                                        new Money(row.amount(), purse.currency()),
                                        row.source(),
                                        row.createdAt()))
                        .toList(),
                records.openAlarms(tx.sql(), purse.medium()),
                purse.listNumber(),
                purse.movedTo() == null ? null : new MediumId(purse.movedTo()));
    }
}
