package app.lodge.core.privacy;

import app.lodge.core.people.ImportRuns.Left;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/// Whether somebody was ever used: money moved, a medium made.
final class PersonUseStore {

    private PersonUseStore() {}

    static Optional<Left> left(DSLContext sql, PersonId person, LocalDate today) {
        var row = PersonFactsStore.find(sql, person.number()).orElse(null);
        if (row == null || row.erased()) {
            return Optional.of(Left.ERASED);
        }
        var accounts =
                PersonFactsStore.holdings(sql, row.subject()).stream()
                        .map(PersonFactsStore.Holding::account)
                        .toList();
        if (PersonFactsStore.postings(sql, accounts).count() > 0) {
            return Optional.of(Left.HAS_POSTINGS);
        }
        if (!PersonFactsStore.media(sql, person.number()).isEmpty()
                || !PersonFactsStore.openJobs(sql, person.number()).isEmpty()) {
            return Optional.of(Left.HAS_MEDIA);
        }
        return ErasureFactsStore.of(sql, row, today).obstacles().isEmpty()
                ? Optional.empty()
                : Optional.of(Left.MUST_BE_KEPT);
    }
}
