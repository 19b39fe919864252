package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Statements read from the ledger's own rows.
final class BookedStatements implements Statements {

    private static final int LONGEST_PAGE = 500;

    private final Bookkeeping keeping;
    private final BiConsumer<Actor, PersonId> reach;
    private final AccountStore accounts;
    private final MovementStore movements;
    private final MovementChoiceStore choices;
    private final PostingFileStore postings = new PostingFileStore();

    /// @param reach refuses those whom the actor does not reach
    BookedStatements(Bookkeeping keeping, BiConsumer<Actor, PersonId> reach) {
        this.keeping = keeping;
        this.reach = reach;
        this.accounts = new AccountStore(keeping.books());
        this.movements = new MovementStore(keeping.books());
        this.choices = new MovementChoiceStore(keeping.books());
    }

    @Override
    public Page<Movement> page(
            Actor actor,
            AccountId id,
            LookPurpose purpose,
            MovementFilter filter,
            @Nullable String after,
            int limit) {
        require(actor, id, purpose);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        if (purpose == LookPurpose.COUNTER) {
            var oldest =
                    filter.centre() == MovementFilter.OWN_MONEY
                            ? atTheCounter(id)
                            : movements.newestCharged(id, Accounts.AT_THE_COUNTER);
            return new Page<>(movements.list(id, filter, oldest, Long.MAX_VALUE, size), null);
        }
        journal(actor, id, Map.of("purpose", purpose.name()));
        var rows = movements.list(id, filter, 0, before(after), size + 1);
        return rows.size() > size
                ? new Page<>(rows.subList(0, size), Long.toString(rows.get(size - 1).posting()))
                : new Page<>(rows, null);
    }

    @Override
    public List<Place> places(Actor actor, AccountId id) {
        require(actor, id, LookPurpose.AUDIT);
        return choices.places(id);
    }

    @Override
    public List<Centre> centres(Actor actor, AccountId id) {
        require(actor, id, LookPurpose.AUDIT);
        return choices.centres(id);
    }

    @Override
    public List<Clerk> clerks(Actor actor, AccountId id) {
        require(actor, id, LookPurpose.AUDIT);
        return choices.clerks(id);
    }

    @Override
    public List<Means> media(Actor actor, AccountId id) {
        require(actor, id, LookPurpose.AUDIT);
        return choices.media(id);
    }

    @Override
    public Optional<PostingFile> posting(
            Actor actor, AccountId id, long number, LookPurpose purpose) {
        require(actor, id, purpose);
        var own = movements.moved(id, number);
        if (!own && !movements.charged(id, number)) {
            return Optional.empty();
        }
        if (purpose == LookPurpose.COUNTER) {
            var oldest =
                    own ? atTheCounter(id) : movements.newestCharged(id, Accounts.AT_THE_COUNTER);
            if (number < oldest) {
                return Optional.empty();
            }
        }
        if (purpose != LookPurpose.COUNTER) {
            journal(actor, id, Map.of("purpose", purpose.name(), "posting", number));
        }
        return keeping.books().snapshot(sql -> postings.find(sql, number));
    }

    private void require(Actor actor, AccountId id, LookPurpose purpose) {
        actor.require(Permission.SEE_ACCOUNTS);
        if (purpose == LookPurpose.COUNTER) {
            actor.require(Permission.TOP_UP);
        }
        accounts.find(id).ifPresent(account -> reach.accept(actor, account.holder()));
    }

    /// The oldest posting that the counter sees.
    private long atTheCounter(AccountId id) {
        return movements.newest(id, Accounts.AT_THE_COUNTER);
    }

    private void journal(Actor actor, AccountId id, Map<String, ?> content) {
        keeping.books()
                .write(
                        actor,
                        tx -> tx.journal("account.looked-at", "account:" + id.number(), content));
    }

    private static long before(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("No page follows '%s'".formatted(after), e);
        }
    }
}
