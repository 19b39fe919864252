package app.lodge.core.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the books said about one person's rights at a moment.
///
/// @param rules of the person and of its groups
/// @param planNames of the plans that the rules have
record Standing(
        List<Rule> rules,
        List<Membership> groups,
        boolean blocked,
        Ruling ruling,
        Map<PlanId, String> planNames) {

    record Membership(long group, String name, Instant since) {}

    List<Rule> about(ResourceId resource) {
        return rules.stream().filter(rule -> rule.resource().equals(resource)).toList();
    }
}
