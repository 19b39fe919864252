package app.lodge.core.privacy;

import app.lodge.core.privacy.Certificate.Gone;
import app.lodge.core.privacy.Certificate.Stayed;
import app.lodge.core.privacy.PersonFactsStore.Carried;
import app.lodge.core.privacy.PersonFactsStore.Holding;
import java.util.List;

/// What an erasure meets: what speaks against it, what would go, what would stay.
///
/// @param credentials upper-case hex of the person's chips
record PersonFacts(
        PersonFactsStore.Row row,
        List<Holding> holdings,
        List<Carried> media,
        List<String> credentials,
        List<Obstacle> obstacles,
        List<Gone> goes,
        List<Stayed> stays,
        List<Certificate.HandedOut> handedOut) {

    List<Long> accounts() {
        return holdings.stream().map(PersonFactsStore.Holding::account).toList();
    }
}
