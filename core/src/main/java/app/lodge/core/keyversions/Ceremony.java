package app.lodge.core.keyversions;

import app.lodge.core.keys.CardMasters;
import app.lodge.core.keys.KeyShare;
import app.lodge.core.keys.MasterDraft;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.Next;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.keyversions.Ceremonies.Standing;
import app.lodge.core.keyversions.Ceremonies.TypedOutcome;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One ceremony under way, in memory. Not thread-safe; closing it wipes the key and its shares.
final class Ceremony implements AutoCloseable {

    /// @param request that began it
    record Beginning(
            String id,
            String request,
            Kind kind,
            String first,
            String second,
            int from,
            Sharing sharing) {}

    private final Beginning beginning;
    private final List<KeyShare> shares;
    private final TreeMap<Integer, KeyShare> typed = new TreeMap<>();
    private final TreeSet<Integer> handed = new TreeSet<>();
    private @Nullable MasterDraft draft;
    private int to;
    private boolean rehearsed;
    private Instant until;

    /// @param draft null when restoring: the shares bring it
    Ceremony(Beginning beginning, @Nullable MasterDraft draft, int to, Instant until) {
        this.beginning = beginning;
        this.draft = draft;
        this.to = to;
        this.until = until;
        var sharing = beginning.sharing();
        this.shares =
                draft == null || sharing.count() == 0
                        ? List.of()
                        : draft.shares(sharing.threshold(), sharing.count(), to);
    }

    Beginning beginning() {
        return beginning;
    }

    boolean endedBy(Instant now) {
        return until.isBefore(now);
    }

    void touched(Instant now) {
        until = now.plus(Ceremonies.PATIENCE);
    }

    @Nullable MasterDraft draft() {
        return draft;
    }

    int to() {
        return to;
    }

    Standing standing() {
        var key = draft;
        var facts = key == null ? null : key.facts();
        return new Standing(
                beginning.id(),
                beginning.kind(),
                beginning.first(),
                beginning.second(),
                beginning.from(),
                to,
                facts == null ? 0 : facts.generation(),
                facts == null ? "" : facts.checkValue(),
                sharing(),
                handed,
                typed.keySet(),
                rehearsed,
                next());
    }

    private Sharing sharing() {
        if (beginning.kind() != Kind.RESTORE || typed.isEmpty()) {
            return beginning.sharing();
        }
        var label = typed.firstEntry().getValue().label();
        return new Sharing(label.threshold(), label.count());
    }

    private Next next() {
        if (handed.size() < shares.size()) {
            return Next.HAND_OUT;
        }
        if (draft == null || !shares.isEmpty() && typed.size() < sharing().threshold()) {
            return Next.TYPE;
        }
        return rehearsed ? Next.FINISH : Next.REHEARSE;
    }

    /// Null if there is no such share, or it was typed back.
    @Nullable KeyShare hand(int number) {
        for (var share : shares) {
            if (share.label().number() == number && !typed.containsKey(number)) {
                handed.add(number);
                return share;
            }
        }
        return null;
    }

    /// Takes a share in, or wipes it.
    TypedOutcome type(KeyShare share) {
        var label = share.label();
        boolean known =
                beginning.kind() == Kind.RESTORE
                        ? typed.isEmpty() || typed.firstEntry().getValue().label().sameSet(label)
                        : handed.contains(label.number())
                                && shares.getFirst().label().sameSet(label);
        if (!known) {
            share.close();
            return new TypedOutcome.Foreign(label);
        }
        var before = typed.put(label.number(), share);
        if (before != null) {
            before.close();
        }
        return typed.size() >= label.threshold() ? joined() : accepted();
    }

    private TypedOutcome joined() {
        var given = List.copyOf(typed.values());
        var present = draft;
        if (present != null) {
            return present.isGivenBy(given) ? accepted() : disagreed();
        }
        var joined = CardMasters.join(given);
        if (joined.isEmpty()) {
            return disagreed();
        }
        draft = joined.get();
        to = Math.max(beginning.from(), given.getFirst().label().version());
        return accepted();
    }

    private TypedOutcome accepted() {
        return new TypedOutcome.Accepted(standing());
    }

    private TypedOutcome disagreed() {
        typed.values().forEach(KeyShare::close);
        typed.clear();
        return new TypedOutcome.DoNotAgree();
    }

    void rehearsed() {
        rehearsed = true;
    }

    @Override
    public void close() {
        shares.forEach(KeyShare::close);
        typed.values().forEach(KeyShare::close);
        var key = draft;
        if (key != null) {
            key.close();
        }
    }
}
