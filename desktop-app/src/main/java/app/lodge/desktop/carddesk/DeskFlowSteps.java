package app.lodge.desktop.carddesk;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.media.Media.BlockOutcome;
import app.lodge.core.media.MediaLife.LendOutcome;
import app.lodge.core.media.MediaLife.ReturnOutcome;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What one key at the desk does with a medium in the books. Each step goes under a request of its own, which
/// stays the same until it is answered, so that a step tried again happens once.
final class DeskFlowSteps {

    private final Session session;
    private final DeskSettlement settlement;
    private final Once blocking = new Once();
    private final Once unblocking = new Once();
    private final Once takingBack = new Once();
    private final Once lending = new Once();
    private final Once destroying = new Once();

    /// What came of a step: where the matter stands now, or why it cannot go on.
    record Step(@Nullable DeskFlow reached, @Nullable Message refused) {
        static Step to(DeskFlow reached) {
            return new Step(reached, null);
        }

        static Step refused(String key, Object... arguments) {
            return new Step(null, Message.of(key, arguments));
        }
    }

    DeskFlowSteps(Session session, DeskSettlement settlement) {
        this.session = session;
        this.settlement = settlement;
    }

    /// Every step so far has come to its end.
    void answered() {
        List.of(blocking, unblocking, takingBack, lending, destroying).forEach(Once::answered);
        settlement.answered();
    }

    Step blocked(PersonId holder) {
        var medium = newest(holder, DeskFlow::canBeLost);
        if (medium.isEmpty()) {
            return Step.refused("flow.no-card");
        }
        if (medium.get().state() == MediumState.BLOCKED) {
            return Step.to(lostBlocked(medium.get()));
        }
        return switch (session.doors()
                .media()
                .block(session.actor(), blocking.request(), medium.get().id(), BlockReason.LOST)) {
            case BlockOutcome.Blocked(var done) -> Step.to(lostBlocked(done));
            case BlockOutcome.Unblocked(var done) -> Step.to(new DeskFlow.Found(done));
            case BlockOutcome.NotPossible _ -> Step.refused("block.not-possible");
        };
    }

    DeskFlow lostBlocked(Medium medium) {
        return new DeskFlow.LostBlocked(
                medium, session.doors().media().spread(session.actor(), medium.id()));
    }

    Step unblocked(Medium medium) {
        return switch (session.doors()
                .media()
                .unblock(session.actor(), unblocking.request(), medium.id())) {
            case BlockOutcome.Unblocked(var lives) -> Step.to(new DeskFlow.Found(lives));
            case BlockOutcome.Blocked(var still) -> Step.to(lostBlocked(still));
            case BlockOutcome.NotPossible(var state) ->
                    state == MediumState.REPLACED
                            ? Step.to(new DeskFlow.FoundTooLate(medium))
                            : Step.refused("flow.not-blocked");
        };
    }

    Step takenBack(Medium medium) {
        var outcome =
                session.doors()
                        .mediaLife()
                        .takeBack(session.actor(), takingBack.request(), medium.id());
        return switch (outcome) {
            case ReturnOutcome.Returned(var back) -> Step.to(settlement.ofReturned(back));
            case ReturnOutcome.Destroyed(var back) -> Step.to(settlement.ofReturned(back));
            case ReturnOutcome.NotPossible(var state) ->
                    state == MediumState.REPLACED
                            ? Step.to(new DeskFlow.FoundTooLate(medium))
                            : Step.refused("flow.not-out");
        };
    }

    Step destroyed(Medium medium) {
        return session.doors()
                                .mediaLife()
                                .destroy(session.actor(), destroying.request(), medium.id())
                        instanceof ReturnOutcome.Destroyed(var gone)
                ? Step.to(new DeskFlow.Destroyed(gone))
                : Step.refused("flow.not-out");
    }

    /// @param look at what lies on the reader
    Step lent(PersonId holder, LookedAt look) {
        var seen = look.found().seen();
        var uid = seen.uid().orElse(null);
        if (uid == null) {
            return Step.refused("flow.no-number");
        }
        return switch (session.doors()
                .mediaLife()
                .lend(session.actor(), lending.request(), holder, uid, seen.chip())) {
            case LendOutcome.Lent(var medium, var until) ->
                    Step.to(new DeskFlow.Lent(medium, until));
            case LendOutcome.Taken(var by) -> Step.refused("flow.taken", by.number());
            case LendOutcome.NotInStock(Uid strange) ->
                    Step.refused("fault.not-in-stock", strange.hex());
            case LendOutcome.TooLate(var ends) -> Step.refused("flow.too-late", ends.toString());
            case LendOutcome.PersonUnknown _ -> Step.refused("issue.person-unknown");
            case LendOutcome.PersonBlocked _ -> Step.refused("issue.person-blocked");
        };
    }

    /// The holder's newest that fits, a loaner first.
    Optional<Medium> newest(PersonId holder, Predicate<Medium> fits) {
        var all = new ArrayList<>(session.doors().media().ofPerson(session.actor(), holder));
        all.sort((one, other) -> Boolean.compare(other.loan(), one.loan()));
        return all.stream().filter(fits).findFirst();
    }
}
