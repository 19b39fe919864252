package app.lodge.core.topups;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import app.lodge.core.settings.Documents;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The rule of each source, kept as one document of the settings and in memory.
final class SourceRules {

    private static final String DOCUMENT = "top-ups";
    private static final long MOST = 100_000_000;

    private final Books books;
    private volatile Map<TopUpSource, SourceRule> now;

    SourceRules(Books books) {
        this.books = books;
        var kept =
                Documents.find(books, DOCUMENT)
                        .map(text -> Json.read(text, Kept.class).rules())
                        .orElse(Map.of());
        var all = new EnumMap<TopUpSource, SourceRule>(TopUpSource.class);
        Arrays.stream(TopUpSource.values())
                .forEach(source ->
                        all.put(source, kept.getOrDefault(source.name(), SourceRule.STANDARD)));
        now = all;
    }

    Map<TopUpSource, SourceRule> all() {
        return Map.copyOf(now);
    }

    SourceRule of(TopUpSource source) {
        return now.getOrDefault(source, SourceRule.STANDARD);
    }

    List<Problem> change(Actor actor, RequestId request, TopUpSource source, SourceRule rule) {
        if (rule.upTo() < 0
                || rule.upTo() > MOST
                || rule.returnFee() < 0
                || rule.returnFee() > MOST) {
            return List.of(Problem.of("amount", rule.upTo(), "settings.range", 0, MOST));
        }
        books.once(
                actor,
                request,
                "top-ups.change-rule",
                List.of(source, rule),
                Boolean.class,
                tx -> {
                    var before = now;
                    var after = new EnumMap<>(before);
                    after.put(source, rule);
                    var kept = new java.util.TreeMap<String, SourceRule>();
                    after.forEach((one, its) -> kept.put(one.name(), its));
                    Documents.put(tx, DOCUMENT, Json.text(new Kept(kept), Kept.class));
                    tx.journal(
                            "top-up-rule.changed",
                            "site",
                            Map.of(
                                    "source", source.name(),
                                    "crediting", rule.crediting().name(),
                                    "upTo", rule.upTo(),
                                    "returnFee", rule.returnFee()));
                    now = after;
                    tx.onRollback(() -> now = before);
                    return true;
                });
        return List.of();
    }

    private record Kept(Map<String, SourceRule> rules) {}
}
