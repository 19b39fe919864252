package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Holds read from their own rows, and let go by the ledger.
final class BookedHolds implements Holds {

    private static final int LONGEST_PAGE = 500;

    private final Bookkeeping keeping;
    private final BiConsumer<Actor, PersonId> reach;
    private final AccountStore accounts;
    private final HeldMoneyStore held;
    private final Ledger ledger;

    /// @param reach refuses those whom the actor does not reach
    BookedHolds(Bookkeeping keeping, BiConsumer<Actor, PersonId> reach) {
        this.keeping = keeping;
        this.reach = reach;
        this.accounts = new AccountStore(keeping.books());
        this.held = new HeldMoneyStore();
        this.ledger = new Ledger(keeping);
    }

    @Override
    public Page<HeldMoney> page(
            Actor actor,
            AccountId id,
            LookPurpose purpose,
            @Nullable HoldState state,
            @Nullable String after,
            int limit) {
        actor.require(Permission.SEE_ACCOUNTS);
        requireReach(actor, id);
        if (purpose == LookPurpose.COUNTER) {
            actor.require(Permission.TOP_UP);
            var newest =
                    keeping.books()
                            .read(sql ->
                                    held.newestFirst(
                                            sql,
                                            id,
                                            null,
                                            Long.MAX_VALUE,
                                            Accounts.AT_THE_COUNTER));
            return new Page<>(
                    newest.stream()
                            .filter(one -> state == null || one.state() == state)
                            .limit(Math.clamp(limit, 1, LONGEST_PAGE))
                            .toList(),
                    null);
        }
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var before = before(after);
        keeping.books()
                .write(
                        actor,
                        tx ->
                                tx.journal(
                                        "account.looked-at",
                                        "account:" + id.number(),
                                        Map.of("purpose", purpose.name(), "list", "holds")));
        var rows = keeping.books().read(sql -> held.newestFirst(sql, id, state, before, size + 1));
        return rows.size() > size
                ? new Page<>(rows.subList(0, size), Long.toString(rows.get(size - 1).number()))
                : new Page<>(rows, null);
    }

    @Override
    public ReleaseOutcome release(
            Actor actor, RequestId request, AccountId id, long number, Reason reason) {
        actor.require(Permission.CORRECT_ACCOUNTS);
        requireReach(actor, id);
        return keeping.books()
                .once(
                        actor,
                        request,
                        "holds.release",
                        List.of(id, number, reason),
                        ReleaseOutcome.class,
                        tx -> release(tx, id, number, reason));
    }

    private ReleaseOutcome release(Tx tx, AccountId id, long number, Reason reason) {
        var found = held.find(tx, id, number);
        if (found.isEmpty()) {
            return new ReleaseOutcome.Rejected(
                    List.of(
                            Problem.of(
                                    "hold",
                                    number,
                                    "accounts.hold-not-found",
                                    String.valueOf(id.number()))));
        }
        var hold = found.get();
        if (!ledger.letGo(tx, hold, HoldState.RELEASED, Map.of("reason", reason.name()))) {
            return new ReleaseOutcome.EndedBefore(hold.state());
        }
        return new ReleaseOutcome.LetGo(accounts.find(tx, id).orElseThrow());
    }

    private void requireReach(Actor actor, AccountId id) {
        accounts.find(id).ifPresent(account -> reach.accept(actor, account.holder()));
    }

    private static long before(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("No page follows '%s'".formatted(after), e);
        }
    }
}
