package app.lodge.core.watch.parties;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Parties kept in the books.
final class BookedParties implements Parties {

    private final Books books;
    private final Sealing sealing;
    private final PartyStore store = new PartyStore();
    private final PartyMessageStore messages = new PartyMessageStore();

    BookedParties(Books books, Sealing sealing) {
        this.books = books;
        this.sealing = sealing;
    }

    @Override
    public List<Party> all(Actor actor) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.read(store::all);
    }

    @Override
    public Outcome put(Actor actor, RequestId request, Party party, @Nullable String secret) {
        actor.require(Permission.CHANGE_SETTINGS);
        var sealed = secret == null ? null : sealing.seal(secret.getBytes(StandardCharsets.UTF_8));
        return books.once(
                actor,
                request,
                "parties.put",
                party,
                Outcome.class,
                tx -> {
                    var problems = problems(tx, party, secret);
                    return problems.isEmpty()
                            ? kept(tx, party, sealed)
                            : new Outcome.Rejected(problems);
                });
    }

    private List<Problem> problems(Tx tx, Party party, @Nullable String secret) {
        var all = store.all(tx.sql());
        if (party.id() != 0 && all.stream().noneMatch(one -> one.id() == party.id())) {
            return List.of(Problem.of("party", party.id(), "parties.unknown"));
        }
        var stored = party.id() != 0 && store.secret(tx.sql(), party.id()).isPresent();
        return PartyCheck.party(party, all, secret, stored);
    }

    private Outcome kept(Tx tx, Party party, byte @Nullable [] sealed) {
        var id = store.put(tx, party, sealed);
        tx.journal(
                "watch.party-changed",
                "watch-party:" + id,
                Map.of(
                        "kind", party.kind().name(),
                        "ways", party.channels().stream().sorted().toList(),
                        "stands", party.stands().size(),
                        "secret", sealed != null));
        return new Outcome.Kept(store.find(tx.sql(), id).orElseThrow());
    }

    @Override
    public boolean remove(Actor actor, RequestId request, long party) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.once(
                actor,
                request,
                "parties.remove",
                List.of(party),
                Boolean.class,
                tx -> {
                    var gone = store.remove(tx, party);
                    if (gone) {
                        tx.journal("watch.party-removed", "watch-party:" + party, Map.of());
                    }
                    return gone;
                });
    }

    @Override
    public List<Sights> sights(Actor actor) {
        actor.require(Permission.CHANGE_SETTINGS);
        var all = books.read(store::sights);
        return Arrays.stream(PartyKind.values())
                .map(kind -> new Sights(kind, all.getOrDefault(kind, Set.of())))
                .toList();
    }

    @Override
    public void see(Actor actor, RequestId request, PartyKind kind, Set<Sight> seen) {
        actor.require(Permission.CHANGE_SETTINGS);
        var sorted = seen.stream().sorted().toList();
        books.once(
                actor,
                request,
                "parties.see",
                List.of(kind, sorted),
                Boolean.class,
                tx -> {
                    store.see(tx, kind, seen);
                    tx.journal(
                            "watch.sights-changed",
                            "site",
                            Map.of("kind", kind.name(), "seen", sorted));
                    return true;
                });
    }

    @Override
    public List<Told> told(Actor actor, long alert) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> messages.told(sql, alert));
    }
}
