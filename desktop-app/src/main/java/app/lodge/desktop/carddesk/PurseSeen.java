package app.lodge.desktop.carddesk;

import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.purse.PurseDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The purse of the card on the reader, and what cards of its holder before it still hold (CHAIN-22).
///
/// @param medium empty if the books do not know the card
public record PurseSeen(PurseDesk.Look look, Optional<Medium> medium, List<Before> before) {

    public PurseSeen {
        before = List.copyOf(before);
    }

    /// A card that is lost, broken or replaced, and has value left by the books.
    ///
    /// @param from when its last payments must have come in
    public record Before(Medium medium, Purse purse, Instant from) {}

    /// Waits for the bridge.
    static PurseSeen of(PurseDesk.Look look, Optional<Medium> known, Session session) {
        var actor = session.actor();
        var medium = known.or(() -> ofTheBooks(look.purse(), session));
        var purses = session.doors().purses();
        int days = purses.rules(actor).waitingDays();
        var before =
                medium.stream()
                        .flatMap(it ->
                                session.doors().media().ofPerson(actor, it.holder()).stream()
                                        .filter(each -> !each.id().equals(it.id())))
                        .filter(each -> each.state() != MediumState.ACTIVE)
                        .flatMap(each ->
                                purses
                                        .find(actor, each.id())
                                        .filter(PurseSeen::movable)
                                        .map(purse -> new Before(each, purse, from(each, days)))
                                        .stream())
                        .toList();
        return new PurseSeen(look, medium, before);
    }

    private static Optional<Medium> ofTheBooks(@Nullable Purse purse, Session session) {
        return purse == null
                ? Optional.empty()
                : session.doors().media().find(session.actor(), purse.medium());
    }

    private static boolean movable(Purse purse) {
        boolean over = purse.state() == Purses.State.MOVED || purse.state() == Purses.State.EXPIRED;
        return !over && purse.stated().positive();
    }

    private static Instant from(Medium medium, int days) {
        return medium.changedAt().plus(Duration.ofDays(days));
    }
}
