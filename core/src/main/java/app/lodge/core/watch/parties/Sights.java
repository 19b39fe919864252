package app.lodge.core.watch.parties;

import java.util.Set;

/// What a kind of party may see.
public record Sights(PartyKind kind, Set<Sight> seen) {

    public Sights {
        seen = Set.copyOf(seen);
    }
}
