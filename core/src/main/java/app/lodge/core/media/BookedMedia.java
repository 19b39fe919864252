package app.lodge.core.media;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Media in the books.
final class BookedMedia implements Media {

    private static final int LONGEST_PAGE = 1000;

    private static final int LONGEST_LIST = 500;

    private final Books books;
    private final Spreading spreading;
    private final BlankStock stock;
    private final MediumStore store = new MediumStore();

    BookedMedia(Books books, Spreading spreading, BlankStock stock) {
        this.books = books;
        this.stock = stock;
        this.spreading = spreading;
    }

    @Override
    public Optional<Medium> find(Actor actor, MediumId id) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.find(sql, id));
    }

    @Override
    public Optional<Medium> withUid(Actor actor, Uid uid) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.withUid(sql, uid, MediumStore.LIVE));
    }

    @Override
    public List<Medium> ofPerson(Actor actor, PersonId person) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.ofPerson(sql, person));
    }

    @Override
    public Page<Medium> list(Actor actor, @Nullable String after, int limit) {
        actor.require(Permission.SEE_MEDIA);
        int wanted = Math.clamp(limit, 1, LONGEST_PAGE);
        long below = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        List<Medium> rows = books.read(sql -> store.issued(sql, below, wanted + 1));
        if (rows.size() <= wanted) {
            return new Page<>(rows, null);
        }
        List<Medium> page = rows.subList(0, wanted);
        return new Page<>(page, Long.toString(page.getLast().id().number()));
    }

    @Override
    public long countActive(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.<Integer>read(store::countActive);
    }

    @Override
    public BlockOutcome block(Actor actor, RequestId request, MediumId id, BlockReason reason) {
        actor.require(Permission.BLOCK_MEDIA);
        return books.once(
                actor,
                request,
                "media.block",
                Map.of("medium", id.number(), "reason", reason.name()),
                BlockOutcome.class,
                tx -> {
                    Medium medium = store.get(tx.sql(), id);
                    if (!medium.state().canBecome(MediumState.BLOCKED)) {
                        return new BlockOutcome.NotPossible(medium.state());
                    }
                    Medium blocked = store.enter(tx, medium, MediumState.BLOCKED, reason);
                    stock.entered(tx, blocked);
                    journal(tx, "media.blocked", blocked, Map.of("reason", reason.name()));
                    return new BlockOutcome.Blocked(blocked);
                });
    }

    @Override
    public BlockOutcome unblock(Actor actor, RequestId request, MediumId id) {
        actor.require(Permission.BLOCK_MEDIA);
        return books.once(
                actor,
                request,
                "media.unblock",
                Map.of("medium", id.number()),
                BlockOutcome.class,
                tx -> {
                    Medium medium = store.get(tx.sql(), id);
                    if (medium.state() != MediumState.BLOCKED) {
                        return new BlockOutcome.NotPossible(medium.state());
                    }
                    Medium active = store.enter(tx, medium, MediumState.ACTIVE, null);
                    stock.entered(tx, active);
                    journal(tx, "media.unblocked", active, Map.of());
                    return new BlockOutcome.Unblocked(active);
                });
    }

    @Override
    public RenewOutcome renewed(
            Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion) {
        actor.require(Permission.ISSUE_CARDS);
        return books.once(
                actor,
                request,
                "media.renew",
                Map.of("medium", id.number(), "uid", uid.hex(), "version", keyVersion),
                RenewOutcome.class,
                tx -> {
                    Medium medium = store.get(tx.sql(), id);
                    if (!MediumStore.LIVE.contains(medium.state()) || !uid.equals(medium.uid())) {
                        return new RenewOutcome.NotPossible(medium.state());
                    }
                    store.bind(tx, id, uid, medium.chip(), keyVersion);
                    Medium renewed = store.get(tx.sql(), id);
                    journal(
                            tx,
                            "media.keys-renewed",
                            renewed,
                            Map.of("version", Integer.toString(keyVersion)));
                    return new RenewOutcome.Renewed(renewed);
                });
    }

    @Override
    public List<Medium> blocked(Actor actor, int limit) {
        actor.require(Permission.SEE_MEDIA);
        return books.read(sql -> store.blocked(sql, Math.clamp(limit, 1, LONGEST_LIST)));
    }

    @Override
    public Spread spread(Actor actor, MediumId id) {
        actor.require(Permission.SEE_MEDIA);
        return spreading.of(books.read(sql -> store.get(sql, id)));
    }

    static void journal(Tx tx, String kind, Medium medium, Map<String, String> more) {
        var content = new HashMap<String, Object>(more);
        content.put("person", medium.holder().number());
        content.put("number", medium.number());
        content.put("state", medium.state().name());
        tx.journal(kind, "medium:" + medium.id().number(), content);
    }
}
