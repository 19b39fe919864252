package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.PauseReason;
import app.lodge.desktop.carddesk.QueueRow.Standing;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.issuing.BatchRun.Step;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the books and the run at hand say of the queue's cards, put together for the clerk. What the books
/// do not keep, such as the words of a fault, is known until the program ends.
final class QueueRows {

    /// Cards that are done and still listed.
    private static final int DONE = 8;

    private final Map<Integer, Message> reasons = new HashMap<>();
    private @Nullable Integer inHand;
    private @Nullable IssueStep step;

    /// @param name the person's, or their number
    record Named(BatchCard card, String name) {}

    /// Cards that are to be listed: all that are open, and those that were done last.
    static List<BatchCard> listed(List<BatchCard> cards) {
        var done = cards.stream().filter(card -> card.state() == State.ISSUED).toList().reversed();
        var listed = new ArrayList<>(cards.stream().filter(card -> card.state().open()).toList());
        listed.addAll(done.subList(0, Math.min(DONE, done.size())));
        return List.copyOf(listed);
    }

    void heard(Step now) {
        switch (now) {
            case Step.Begun(var card) -> {
                inHand = card.number();
                step = IssueStep.PREPARING;
                reasons.remove(card.number());
            }
            case Step.At(var card, var reached) -> {
                inHand = card.number();
                step = reached;
            }
            case Step.Ended(var card, var outcome) -> {
                over();
                var why = why(outcome);
                if (why != null) {
                    reasons.put(card.number(), why);
                }
            }
        }
    }

    /// No card is in hand.
    void over() {
        inHand = null;
        step = null;
    }

    private static @Nullable Message why(IssueOutcome outcome) {
        return switch (outcome) {
            case IssueOutcome.Spoiled(_, _, var fault) -> FaultWords.message(fault);
            case IssueOutcome.Unresolved(_, _, var fault) -> FaultWords.message(fault);
            case IssueOutcome.NotStarted(_, var fault) -> FaultWords.message(fault);
            // The books keep the verdict, and that a card is done or has to be looked at.
            case IssueOutcome.Issued _,
                    IssueOutcome.ToBeConfirmed _,
                    IssueOutcome.Stopped _,
                    IssueOutcome.AlreadyUnderWay _,
                    IssueOutcome.PersonUnknown _,
                    IssueOutcome.PersonBlocked _,
                    IssueOutcome.NoStock _,
                    IssueOutcome.TooMany _,
                    IssueOutcome.NotCovered _,
                    IssueOutcome.LayoutUnknown _,
                    IssueOutcome.PlanUnusable _,
                    IssueOutcome.NotPrintable _ ->
                    null;
        };
    }

    List<QueueRow> of(CardBatch queue, List<Named> cards) {
        var rows = new ArrayList<QueueRow>();
        boolean stuck = queue.paused() && queue.pausedFor() != PauseReason.STAFF;
        boolean asked = cards.stream().anyMatch(each -> each.card().state() == State.UNSETTLED);
        for (var each : cards) {
            var row = row(each);
            boolean next = row.standing() == Standing.WAITING;
            if (next && stuck && !asked) {
                asked = true;
                row =
                        new QueueRow(
                                each.card(), each.name(), Standing.NEEDS_HAND, stands(queue, row));
            }
            rows.add(row);
        }
        rows.sort(Comparator.comparing(QueueRow::standing));
        return List.copyOf(rows);
    }

    private Message stands(CardBatch queue, QueueRow first) {
        var why = reasons.get(first.card().number());
        var paused = queue.pausedFor();
        return why == null && paused != null
                ? Message.of(Wording.key("batch-pause", paused))
                : why == null ? Message.of("queue.stands") : why;
    }

    private QueueRow row(Named each) {
        var card = each.card();
        var now = step;
        if (inHand != null && inHand == card.number() && now != null && !failed(card)) {
            boolean printing = now.compareTo(IssueStep.PRINTING) >= 0;
            return new QueueRow(
                    card,
                    each.name(),
                    printing ? Standing.PRINTING : Standing.ENCODING,
                    Message.of(Wording.key("issue.step", now)));
        }
        return switch (card.state()) {
            case ISSUED -> new QueueRow(card, each.name(), Standing.DONE, null);
            case SPOILED, UNSETTLED, ASIDE, TAKEN_OUT ->
                    new QueueRow(card, each.name(), Standing.NEEDS_HAND, reason(card));
            // A run that is over has left it before a job was begun: it comes again.
            case WAITING, MAKING -> new QueueRow(card, each.name(), Standing.WAITING, null);
        };
    }

    private Message reason(BatchCard card) {
        var verdict = card.verdict();
        if (verdict != null) {
            return Message.of(Wording.key("batch-verdict", verdict));
        }
        var heard = reasons.get(card.number());
        if (heard != null) {
            return heard;
        }
        return Message.of(card.state() == State.UNSETTLED ? "queue.look" : "queue.spoiled");
    }

    private static boolean failed(BatchCard card) {
        return card.state().canBeTriedAgain() || card.state() == State.UNSETTLED;
    }
}
