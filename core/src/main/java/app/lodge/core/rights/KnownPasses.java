package app.lodge.core.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All that is needed to decide at one door, also when nobody can be asked: whose each credential is, and
/// the rules that concern them. Old by as much as the books have moved since.
///
/// @param credentials upper-case hex → who carries it
/// @param rules person → rules, resource by resource; people without any are left out
/// @param ruling by which the rules are read
public record KnownPasses(
        Map<String, Carrier> credentials, Map<Long, List<List<Rule>>> rules, Ruling ruling) {

    public KnownPasses {
        credentials = Map.copyOf(credentials);
        rules = Map.copyOf(rules);
    }

    public record Carrier(long person, boolean mediumLives, boolean personBlocked) {}

    /// May whoever carries it pass? One resource of the door that allows it is enough.
    public Pass decide(String credential, Instant at) {
        var carrier = credentials.get(credential);
        if (carrier == null) {
            return new Pass.MayNotPass(Pass.Why.UNKNOWN_CREDENTIAL);
        }
        if (!carrier.mediumLives()) {
            return new Pass.MayNotPass(Pass.Why.BLOCKED_MEDIUM);
        }
        if (carrier.personBlocked()) {
            return new Pass.MayNotPass(Pass.Why.BLOCKED_PERSON);
        }
        var mine = rules.getOrDefault(carrier.person(), List.of());
        if (mine.stream().anyMatch(about -> ruling.allows(about, at))) {
            return new Pass.MayPass(carrier.person());
        }
        if (mine.stream()
                .map(about -> ruling.ground(about, at))
                .anyMatch(ground -> ground != Ruling.Ground.NOTHING_SAID)) {
            return new Pass.MayNotPass(Pass.Why.REFUSED);
        }
        var granted =
                mine.stream().flatMap(List::stream).anyMatch(rule -> rule.effect() == Effect.GRANT);
        return new Pass.MayNotPass(granted ? Pass.Why.OUTSIDE_HOURS : Pass.Why.NO_RIGHT);
    }
}
