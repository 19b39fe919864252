package app.lodge.core.privacy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.VaultException;
import app.lodge.core.people.ImportRuns.Left;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonRemoval;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases people who were enrolled by mistake and never used (ID-57).
final class RemovalOfUnused implements PersonRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalOfUnused.class);

    private final Books books;
    private final Erasing erasing;

    RemovalOfUnused(Books books, Erasing erasing) {
        this.books = books;
        this.erasing = erasing;
    }

    @Override
    public Optional<Left> obstacle(PersonId person) {
        var today = LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC);
        return books.read(sql -> PersonUseStore.left(sql, person, today));
    }

    @Override
    public Optional<Left> remove(Tx tx, PersonId person, String reference) {
        var left =
                PersonUseStore.left(
                        tx.sql(), person, LocalDate.ofInstant(tx.now(), ZoneOffset.UTC));
        if (left.isPresent()) {
            return left;
        }
        return switch (erasing.begin(tx, person, ErasureGround.ENROLLED_BY_MISTAKE, reference)) {
            case Erasing.Begun.Taken _ -> Optional.empty();
            case Erasing.Begun.Refused _ -> Optional.of(Left.MUST_BE_KEPT);
            case Erasing.Begun.Unknown _ -> Optional.of(Left.ERASED);
        };
    }

    @Override
    public void complete(Actor actor) {
        try {
            erasing.completeAll(actor);
        } catch (VaultException e) {
            LOG.error("Keys of removed people could not be destroyed; tried again later", e);
        }
    }
}
