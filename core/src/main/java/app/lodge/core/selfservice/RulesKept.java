package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import app.lodge.core.settings.Documents;
import java.util.List;
import java.util.Map;

/// The site's rules about self-service as one document in the books, and in memory as they stand.
final class RulesKept {

    private static final String DOCUMENT = "self-service";

    private final Books books;
    private volatile SelfServiceRules now;

    RulesKept(Books books) {
        this.books = books;
        now =
                Documents.find(books, DOCUMENT)
                        .map(text -> Json.read(text, SelfServiceRules.class))
                        .orElse(SelfServiceRules.STANDARD);
    }

    SelfServiceRules now() {
        return now;
    }

    List<Problem> change(Actor actor, RequestId request, SelfServiceRules wanted) {
        var problems = wanted.problems();
        if (!problems.isEmpty()) {
            return problems;
        }
        books.once(
                actor,
                request,
                "self-service.rules",
                wanted,
                Boolean.class,
                tx -> {
                    var after = Json.text(wanted, SelfServiceRules.class);
                    Documents.put(tx, DOCUMENT, after);
                    tx.journal(
                            "self-service.rules-changed",
                            "site",
                            Map.of(
                                    "before",
                                    Json.text(now, SelfServiceRules.class),
                                    "after",
                                    after));
                    tx.afterCommit(() -> now = wanted);
                    return true;
                });
        return List.of();
    }
}
