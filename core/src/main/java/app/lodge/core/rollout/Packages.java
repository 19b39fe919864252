package app.lodge.core.rollout;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.journal.SiteSignatures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The package library: what can be put onto devices, each version hashed and signed by the site (ID-60,
/// SAFE-52, SAFE-56, CHAIN-24).
public interface Packages {

    static Packages in(Books books, SiteSignatures signatures) {
        return new BookedPackages(books, signatures);
    }

    /// By kind and name, the newest first.
    List<FieldPackage> list(Actor actor);

    Optional<FieldPackage> find(Actor actor, long number);

    /// For a preview.
    Optional<byte[]> content(Actor actor, long number);

    AddOutcome add(Actor actor, RequestId request, Draft draft, byte[] content);

    /// @param language ISO 639-1 or empty
    /// @param client empty for everybody's
    record Draft(
            FieldPackage.Kind kind,
            String name,
            String version,
            DeviceKind deviceKind,
            String language,
            String client,
            @Nullable Instant showFrom,
            @Nullable Instant showUntil) {}

    sealed interface AddOutcome {
        record Added(FieldPackage added) implements AddOutcome {}

        record Rejected(List<Problem> problems) implements AddOutcome {}
    }
}
