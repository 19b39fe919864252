package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.util.Currency;
import java.util.Map;
import java.util.function.Supplier;

/// Accounts known by the person's pseudonym only: neither row nor journal names the person, so that an
/// erased person cannot be found from the books.
final class BookedAccountOpening implements AccountOpening {

    private final LedgerStore store = new LedgerStore();
    private final Supplier<SiteSettings> settings;

    BookedAccountOpening(Supplier<SiteSettings> settings) {
        this.settings = settings;
    }

    @Override
    public AccountId open(Tx tx, PersonId person, long subjectId) {
        return open(tx, subjectId, settings.get().currency());
    }

    AccountId open(Tx tx, long subjectId, Currency currency) {
        return store.findPersonal(tx, subjectId, currency)
                .orElseGet(() -> {
                    var id = store.open(tx, AccountKind.PERSON, subjectId, "", currency);
                    tx.journal(
                            "account.opened",
                            "account:" + id.number(),
                            Map.of(
                                    "kind", AccountKind.PERSON.name(),
                                    "currency", currency.getCurrencyCode()));
                    return id;
                });
    }
}
