package app.lodge.core.costcentres;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.CentreBudgets;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Budgets decided inside the payment's own transaction. A site without cost centres asks the books
/// nothing.
final class BookedCentreBudgets implements CentreBudgets {

    private final CentreStore centres = new CentreStore();
    private final ChargeStore charges = new ChargeStore();
    private final Books books;
    private volatile @Nullable Boolean any;

    BookedCentreBudgets(Books books) {
        this.books = books;
        books.changes()
                .listen(facts -> {
                    if (facts.stream().anyMatch(fact -> fact.kind().startsWith("cost-centre."))) {
                        any = null;
                    }
                });
    }

    @Override
    public Payer payer(Tx tx, String chosen, Payee payee, Money amount, LocalDate day) {
        if (chosen.equals(OWN) || chosen.isEmpty() && !some(tx)) {
            return new Payer.OwnAccount();
        }
        var found = centres.chargeable(tx.sql(), chosen, payee);
        if (found.isEmpty()) {
            return chosen.isEmpty() ? new Payer.OwnAccount() : new Payer.Unknown();
        }
        var centre = found.get();
        var remains = Long.MAX_VALUE;
        for (var budget : centres.budgets(tx.sql(), centre.id(), payee.own().number())) {
            remains = Math.min(remains, charges.remains(tx.sql(), centre.id(), budget, day));
        }
        if (amount.minor() > remains) {
            return switch (centre.overBudget()) {
                case REFUSE ->
                        new Payer.OverBudget(new Money(Math.max(0, remains), amount.currency()));
                case OWN_ACCOUNT -> new Payer.OwnAccount();
            };
        }
        return new Payer.Centre(
                centre.id().number(),
                remains == Long.MAX_VALUE ? amount : new Money(remains, amount.currency()));
    }

    @Override
    public List<Choice> choices(Payee payee) {
        if (Boolean.FALSE.equals(any)) {
            return List.of();
        }
        return books.read(sql -> centres.offers(sql, payee)).stream()
                .map(offer ->
                        new Choice(offer.centre().code(), offer.centre().name(), offer.preferred()))
                .toList();
    }

    @Override
    public Optional<Long> recordedPayer(Tx tx, String chosen, Payee payee) {
        return chosen.equals(OWN) || !some(tx)
                ? Optional.empty()
                : centres.chargeable(tx.sql(), chosen, payee).map(centre -> centre.id().number());
    }

    @Override
    public void reserved(Tx tx, long centre, AccountId own, long hold, LocalDate day) {
        charges.reserved(tx, new Charged(centre, own), hold, day);
    }

    @Override
    public Optional<Charged> ofHold(Tx tx, long hold) {
        return some(tx) ? charges.ofHold(tx, hold) : Optional.empty();
    }

    @Override
    public void charged(Tx tx, Charged charged, long posting, Money amount, LocalDate day) {
        charges.charge(tx, charged, posting, amount.minor(), day);
    }

    @Override
    public Optional<Charged> ofPosting(Tx tx, long posting) {
        return some(tx) ? charges.ofPosting(tx, posting) : Optional.empty();
    }

    @Override
    public void givenBack(Tx tx, long posting, long minor) {
        if (some(tx)) {
            charges.giveBack(tx, posting, minor);
        }
    }

    private boolean some(Tx tx) {
        var known = any;
        if (known == null) {
            known = centres.any(tx.sql());
            any = known;
        }
        return known;
    }
}
