package app.lodge.core.keyversions;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.keys.KeyShare;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.MasterDraft;
import app.lodge.core.keys.TokenUnavailable;
import app.lodge.core.keys.VaultException;
import app.lodge.core.keys.VaultProblem;
import app.lodge.core.operators.Operators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one ceremony under way, and what of it goes into the books and the vault.
final class BookedCeremonies implements Ceremonies {

    private final Books books;
    private final KeyVault vault;
    private final Custodians custodians;
    private final Supplier<CardRehearsal> rehearsal;
    private final CeremonyConditions conditions;
    private final CeremonyEnd end;
    private final CeremonyStore transcripts = new CeremonyStore();
    private final ObstacleStore obstacles;
    private @Nullable Ceremony ceremony;

    BookedCeremonies(
            Books books,
            KeyVault vault,
            Operators operators,
            Supplier<CardRehearsal> rehearsal,
            UnlockSecret secret) {
        this.books = books;
        this.vault = vault;
        this.custodians = new Custodians(operators);
        this.rehearsal = rehearsal;
        this.obstacles = new ObstacleStore(vault.cardKeyVersion());
        this.conditions = new CeremonyConditions(books, vault, obstacles);
        this.end = new CeremonyEnd(books, vault, obstacles, secret);
    }

    @Override
    public synchronized BeginOutcome begin(
            Actor actor,
            RequestId request,
            Kind kind,
            Custodian first,
            Custodian second,
            Sharing sharing) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        var present = current();
        if (present != null) {
            return present.beginning().request().equals(request.toString())
                    ? new BeginOutcome.Begun(present.standing())
                    : refused(Obstacle.UNDER_WAY);
        }
        if (!sharing.possible()) {
            return refused(Obstacle.NO_SUCH_SHARING);
        }
        var both = custodians.signIn(first, second, actor.workstation());
        if (both instanceof Custodians.Both.NotBoth(var why)) {
            return why;
        }
        try {
            var names = ((Custodians.Both.Here) both).names();
            return begin(actor, request, kind, names, sharing);
        } catch (VaultException e) {
            return new BeginOutcome.VaultRefused(VaultProblem.of(vault, e));
        } catch (TokenUnavailable e) {
            return new BeginOutcome.VaultRefused(VaultProblem.of(vault, e));
        }
    }

    private BeginOutcome begin(
            Actor actor, RequestId request, Kind kind, List<String> names, Sharing sharing)
            throws VaultException {
        int from = books.<Integer>read(obstacles.versions()::current);
        var obstacle = conditions.obstacle(kind, from, sharing);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var beginning =
                new Ceremony.Beginning(
                        UUID.randomUUID().toString().substring(0, 8),
                        request.toString(),
                        kind,
                        names.getFirst(),
                        names.getLast(),
                        from,
                        kind == Kind.RESTORE ? Sharing.TWO_OF_THREE : sharing);
        return begun(actor, beginning);
    }

    private BeginOutcome begun(Actor actor, Ceremony.Beginning beginning) throws VaultException {
        int next = beginning.from() + 1;
        boolean shared = beginning.sharing().count() > 0;
        @Nullable MasterDraft draft =
                switch (beginning.kind()) {
                    case CREATE, ROLL_OVER ->
                            shared ? vault.cards().draw(next) : vault.cards().drawInToken(next);
                    case BACK_UP -> vault.cards().present(beginning.from()).orElseThrow();
                    case RESTORE -> null;
                };
        boolean goesOn = beginning.kind() == Kind.CREATE || beginning.kind() == Kind.ROLL_OVER;
        var fresh =
                new Ceremony(
                        beginning,
                        draft,
                        goesOn ? next : beginning.from(),
                        books.clock().instant().plus(PATIENCE));
        ceremony = fresh;
        var standing = fresh.standing();
        note(
                actor,
                fresh,
                "begun",
                Map.of(
                        "kind", beginning.kind().name(),
                        "first", beginning.first(),
                        "second", beginning.second(),
                        "from", standing.from(),
                        "to", standing.to(),
                        "generation", standing.generation(),
                        "checkValue", standing.checkValue(),
                        "threshold", standing.sharing().threshold(),
                        "count", standing.sharing().count()));
        return new BeginOutcome.Begun(standing);
    }

    static BeginOutcome refused(Obstacle why) {
        return new BeginOutcome.Refused(why, 0);
    }

    @Override
    public synchronized Optional<Standing> standing(Actor actor) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        return Optional.ofNullable(current()).map(Ceremony::standing);
    }

    @Override
    public synchronized ShareOutcome share(Actor actor, String id, int number) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        var now = current(id);
        if (now == null) {
            return new ShareOutcome.Ended();
        }
        var share = now.hand(number);
        if (share == null) {
            return new ShareOutcome.NotNow();
        }
        note(actor, now, "share-handed", Map.of("number", number, "set", share.label().set()));
        return new ShareOutcome.Handed(share.label(), share.text(), now.standing());
    }

    @Override
    public synchronized TypedOutcome type(Actor actor, String id, char[] share) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        var now = current(id);
        if (now == null) {
            return new TypedOutcome.Ended();
        }
        return switch (KeyShare.read(share)) {
            case KeyShare.Reading.Mistyped(var groups) -> new TypedOutcome.Mistyped(groups);
            case KeyShare.Reading.NoShare(var groups) -> new TypedOutcome.NoShare(groups);
            case KeyShare.Reading.Read(var read) -> {
                int number = read.label().number();
                var outcome = now.type(read);
                if (outcome instanceof TypedOutcome.Accepted(var standing)) {
                    note(
                            actor,
                            now,
                            "share-typed",
                            Map.of("number", number, "checkValue", standing.checkValue()));
                } else {
                    note(actor, now, "share-refused", Map.of("number", number));
                }
                yield outcome;
            }
        };
    }

    @Override
    public synchronized RehearseOutcome rehearse(Actor actor, String id) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        var now = current(id);
        if (now == null) {
            return new RehearseOutcome.Ended();
        }
        var draft = now.draft();
        if (draft == null
                || now.standing().next() == Next.HAND_OUT
                || now.standing().next() == Next.TYPE) {
            return new RehearseOutcome.NotNow(now.standing());
        }
        var clock = books.clock();
        var from = now.beginning().kind() == Kind.RESTORE ? now.to() : now.beginning().from();
        var result =
                rehearsal
                        .get()
                        .rehearse(
                                vault.cards().rehearsal(draft, clock, from),
                                vault.cards().rehearsal(draft, clock, now.to()));
        return switch (result) {
            case CardRehearsal.Result.Failed(var step, var why) -> {
                note(actor, now, "rehearsal-failed", Map.of("step", step));
                yield new RehearseOutcome.Failed(step, why);
            }
            case CardRehearsal.Result.Passed(var steps) -> {
                now.rehearsed();
                note(
                        actor,
                        now,
                        "rehearsed",
                        Map.of(
                                "steps", String.join(" ", steps),
                                "checkValue", now.standing().checkValue()));
                yield new RehearseOutcome.Passed(now.standing(), steps);
            }
        };
    }

    @Override
    public synchronized FinishOutcome finish(Actor actor, RequestId request, String id) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        var done = end.finished(request);
        if (done.isPresent()) {
            return done.get();
        }
        var now = current(id);
        if (now == null) {
            return new FinishOutcome.Ended();
        }
        if (now.standing().next() != Next.FINISH) {
            return new FinishOutcome.NotNow(now.standing());
        }
        var outcome = end.finish(actor, request, now);
        if (outcome instanceof FinishOutcome.Finished) {
            now.close();
            ceremony = null;
        }
        return outcome;
    }

    @Override
    public synchronized boolean abandon(Actor actor, String id) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        var now = current(id);
        if (now == null) {
            return false;
        }
        note(actor, now, "abandoned", Map.of());
        now.close();
        ceremony = null;
        return true;
    }

    @Override
    public List<Entry> transcript(Actor actor, String id) {
        actor.require(Permission.CHANGE_CARD_KEYS);
        return books.read(sql -> transcripts.entries(sql, id));
    }

    private @Nullable Ceremony current(String id) {
        var now = current();
        if (now == null || !now.beginning().id().equals(id)) {
            return null;
        }
        now.touched(books.clock().instant());
        return now;
    }

    private @Nullable Ceremony current() {
        var now = ceremony;
        if (now != null && now.endedBy(books.clock().instant())) {
            now.close();
            ceremony = null;
        }
        return ceremony;
    }

    private void note(Actor actor, Ceremony now, String step, Map<String, Object> values) {
        books.write(
                actor,
                tx -> tx.journal("ceremony." + step, "ceremony:" + now.beginning().id(), values));
    }
}
