package app.lodge.core.watch;

import app.lodge.core.books.Books;
import app.lodge.core.watch.parties.PartyKind;
import java.util.Optional;
import java.util.Set;

/// What parties' post asks of alerts and their rules.
public final class AlertBook {

    private final Books books;
    private final AlertStore alerts = new AlertStore();
    private final RuleStore rules = new RuleStore();

    AlertBook(Books books) {
        this.books = books;
    }

    public Optional<Alert> alert(long id) {
        return books.read(sql -> alerts.find(sql, id));
    }

    /// Which kinds of party a rule tells; none of a rule that has gone.
    public Set<PartyKind> tells(long rule) {
        return books.read(sql -> rules.find(sql, rule)).map(Rule::parties).orElse(Set.of());
    }
}
