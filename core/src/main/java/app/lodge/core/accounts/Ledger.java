package app.lodge.core.accounts;

import app.lodge.core.accounts.PostingOutcome.BelowFloor;
import app.lodge.core.accounts.PostingOutcome.Booked;
import app.lodge.core.accounts.PostingOutcome.Repeated;
import app.lodge.core.books.Answers;
import app.lodge.core.books.Tx;
import app.lodge.core.books.Tx.JournalMark;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The double-entry ledger: postings with gap-free numbers, each booked once, and holds that reserve
/// money until captured, released or expired (requirements 0.3, ID-15, ID-20).
///
/// Works inside the one writer's transaction, so what it reads stays true until it writes. Every
/// posting and every hold goes to the journal as plain numbers, enough to compute all balances again
/// from the journal alone.
final class Ledger {

    /// Older than this, or from the future, a device's clock is not believed for the business date.
    private static final Duration BELIEVED_AGE = Duration.ofDays(31);

    private final LedgerStore store = new LedgerStore();
    private final HoldStore holds = new HoldStore();
    private final ParticularsStore particulars = new ParticularsStore();
    private final RollupStore rollup = new RollupStore();
    private final Bookkeeping keeping;

    Ledger(Bookkeeping keeping) {
        this.keeping = keeping;
    }

    /// The number under which this was booked before.
    ///
    /// @throws OriginReused if the key came with other content
    Optional<Long> findBooked(Tx tx, Origin origin) {
        return store.find(tx, origin)
                .map(booked -> {
                    if (!origin.sameContent(booked.contentHash())) {
                        throw new OriginReused(origin, booked.number());
                    }
                    return booked.number();
                });
    }

    /// What posting under this key will ask.
    void foresee(Answers ahead, Origin origin) {
        store.find(ahead, origin);
    }

    /// What moving this account will ask.
    void foresee(Answers ahead, AccountId account) {
        store.findBalance(ahead, account.number());
    }

    /// Books a posting once.
    ///
    /// @throws OriginReused if its key came before with other content
    PostingOutcome post(Tx tx, Posting posting) {
        var known = findBooked(tx, posting.origin());
        if (known.isPresent()) {
            return new Repeated(known.get());
        }
        return postNew(tx, posting);
    }

    /// Books a posting whose key {@link #findBooked} has just not found.
    PostingOutcome postNew(Tx tx, Posting posting) {
        return book(tx, posting, store.balances(tx, posting));
    }

    private PostingOutcome book(Tx tx, Posting posting, Map<Long, Balance> before) {
        var forced = false;
        Map<Long, Balance> after = new LinkedHashMap<>();
        for (var entry : posting.entries()) {
            var balance = before.get(entry.account().number());
            if (balance == null) {
                continue;
            }
            var amount = entry.amount().minor();
            var next = freed(posting, balance).posting(amount);
            if (amount < 0 && next.belowFloor()) {
                if (posting.booking() == Booking.AUTHORISING) {
                    return new BelowFloor(
                            entry.account(),
                            new Money(balance.available(), entry.amount().currency()));
                }
                forced = true;
            }
            // The row's floor holds for whoever is below it already, too.
            after.put(balance.account(), next.forced());
        }
        var capture = posting.capture();
        if (capture != null && !holds.end(tx, capture, HoldState.CAPTURED)) {
            throw new IllegalStateException("Hold %d had ended".formatted(capture.number()));
        }
        var number = store.nextPosting(tx);
        var happened = businessDate(posting.occurredAt(), tx.now());
        var businessDate = keeping.closed().closed(tx, happened) ? openDay(tx) : happened;
        store.insert(tx, number, posting, businessDate, forced);
        store.insertEntries(tx, number, posting, after);
        for (var entry : posting.entries()) {
            keeping.shifts().moved(tx, number, entry.account());
        }
        particulars.insert(tx, number, posting.particulars());
        rollup.add(tx, posting, businessDate);
        after.values().forEach(balance -> store.keep(tx, balance));
        var mark = journal(tx, number, posting, businessDate, happened, forced, after);
        var first = posting.entries().getFirst();
        var balance = after.get(first.account().number());
        return new Booked(
                number,
                new Money(balance == null ? 0 : balance.posted(), first.amount().currency()),
                forced,
                mark);
    }

    /// Reserves money, so that whatever asks next finds that much less.
    ///
    /// @param device and `ask`: the payment point's number and its id of the question
    Reservation reserve(
            Tx tx,
            AccountId account,
            Money amount,
            long device,
            String ask,
            MediumId medium,
            Duration validFor) {
        if (!amount.positive()) {
            throw new IllegalArgumentException("A hold of %s on %s".formatted(amount, account));
        }
        var balance = store.balance(tx, account);
        if (amount.minor() > balance.available()) {
            return new Reservation.Insufficient(new Money(balance.available(), amount.currency()));
        }
        var next = balance.reserving(amount.minor());
        var hold =
                new Hold(
                        holds.nextNumber(tx),
                        account,
                        amount,
                        device,
                        ask,
                        medium,
                        HoldState.OPEN,
                        tx.now().plus(validFor));
        holds.insert(tx, hold);
        store.keep(tx, next);
        tx.journal(
                "hold.reserved",
                "account:" + account.number(),
                Map.of(
                        "hold", hold.number(),
                        "account", account.number(),
                        "amount", amount.minor(),
                        "currency", amount.currency().getCurrencyCode(),
                        "device", device,
                        "ask", ask,
                        "expiresAt", hold.expiresAt().toString()));
        return new Reservation.Reserved(
                hold.number(), new Money(next.available(), amount.currency()));
    }

    /// Lets go of an open hold; does nothing to one that has ended.
    ///
    /// @param end RELEASED or EXPIRED
    /// @return whether it was open
    boolean letGo(Tx tx, Hold hold, HoldState end) {
        return letGo(tx, hold, end, Map.of());
    }

    /// @param why for the journal, beside the hold's own numbers
    boolean letGo(Tx tx, Hold hold, HoldState end, Map<String, String> why) {
        if (!holds.end(tx, hold, end)) {
            return false;
        }
        store.keep(tx, store.balance(tx, hold.account()).reserving(-hold.amount().minor()));
        var content = new LinkedHashMap<String, Object>();
        content.put("hold", hold.number());
        content.put("account", hold.account().number());
        content.put("amount", hold.amount().minor());
        content.put("currency", hold.amount().currency().getCurrencyCode());
        content.putAll(why);
        tx.journal(
                end == HoldState.EXPIRED ? "hold.expired" : "hold.released",
                "account:" + hold.account().number(),
                content);
        return true;
    }

    private static Balance freed(Posting posting, Balance balance) {
        var capture = posting.capture();
        return capture != null && capture.account().number() == balance.account()
                ? balance.reserving(-capture.amount().minor())
                : balance;
    }

    /// The site's day on which it happened, decided once.
    private LocalDate businessDate(Instant occurredAt, Instant bookedAt) {
        var believed =
                !occurredAt.isAfter(bookedAt) && occurredAt.isAfter(bookedAt.minus(BELIEVED_AGE));
        return LocalDate.ofInstant(believed ? occurredAt : bookedAt, keeping.settings().zone());
    }

    /// Only months that are over are closed, so today is open, unless the clock was set back into one: then
    /// it is the first day after.
    private LocalDate openDay(Tx tx) {
        var today = LocalDate.ofInstant(tx.now(), keeping.settings().zone());
        return keeping.closed()
                .through(tx)
                .filter(last -> !today.isAfter(last))
                .map(last -> last.plusDays(1))
                .orElse(today);
    }

    private static JournalMark journal(
            Tx tx,
            long number,
            Posting posting,
            LocalDate businessDate,
            LocalDate happened,
            boolean forced,
            Map<Long, Balance> after) {
        var content = new LinkedHashMap<String, Object>();
        content.put("posting", number);
        content.put("kind", posting.kind().name());
        content.put("origin", posting.origin().source());
        content.put("key", posting.origin().key());
        content.put("occurredAt", posting.occurredAt().toString());
        content.put("businessDate", businessDate.toString());
        content.put("late", posting.late());
        content.put("forced", forced);
        var capture = posting.capture();
        if (capture != null) {
            content.put("hold", capture.number());
        }
        if (!happened.equals(businessDate)) {
            content.put("movedFrom", happened.toString());
        }
        content.putAll(posting.particulars().forJournal());
        content.put(
                "entries",
                posting.entries().stream()
                        .map(entry -> line(entry, after.get(entry.account().number())))
                        .toList());
        return tx.journal(
                "posting.booked",
                "account:" + posting.entries().getFirst().account().number(),
                content);
    }

    /// @param after null for accounts that only record
    private static Map<String, Object> line(Entry entry, @Nullable Balance after) {
        var line = new LinkedHashMap<String, Object>();
        line.put("account", entry.account().number());
        line.put("amount", entry.amount().minor());
        line.put("currency", entry.amount().currency().getCurrencyCode());
        if (after != null) {
            line.put("balanceAfter", after.posted());
        }
        return line;
    }
}
