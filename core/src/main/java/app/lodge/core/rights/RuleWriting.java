package app.lodge.core.rights;

import app.lodge.core.books.Tx;
import app.lodge.core.rights.Rule.Wanted;
import java.util.Map;
import java.util.TreeMap;

/// Records and ends rules, with the journal rows that tell of them: by number, about whom it is.
final class RuleWriting {

    private RuleWriting() {}

    /// @return the rule that stands already with this content, or a new one
    static Rule put(Tx tx, Wanted wanted) {
        var same =
                RightStore.standingOf(tx.sql(), wanted.holder()).stream()
                        .filter(rule -> rule.says().equals(wanted))
                        .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var rule = RightStore.add(tx, wanted);
        tx.journal(
                wanted.effect() == Effect.GRANT ? "right.granted" : "right.refused",
                subject(wanted.holder()),
                content(rule));
        return rule;
    }

    static Rule withdraw(Tx tx, Rule rule) {
        RightStore.end(tx, rule.id());
        tx.journal("right.withdrawn", subject(rule.holder()), content(rule));
        return RightStore.rule(tx.sql(), rule.id()).orElseThrow();
    }

    static String subject(Holder holder) {
        return switch (holder.kind()) {
            case PERSON -> "person:" + holder.number();
            case GROUP -> "group:" + holder.number();
        };
    }

    private static Map<String, Object> content(Rule rule) {
        var content = new TreeMap<String, Object>();
        content.put("rule", rule.id().number());
        content.put("resource", rule.resource().number());
        content.put("effect", rule.effect().name());
        var plan = rule.plan();
        if (plan != null) {
            content.put("plan", plan.number());
        }
        if (rule.from() != null) {
            content.put("from", rule.from().toString());
        }
        if (rule.until() != null) {
            content.put("until", rule.until().toString());
        }
        return content;
    }
}
