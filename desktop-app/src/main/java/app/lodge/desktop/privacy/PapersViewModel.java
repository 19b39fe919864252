package app.lodge.desktop.privacy;

import app.lodge.core.privacy.Purpose;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PaperQueue;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.privacy.PaperFormat;
import java.nio.file.Files;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Everything about a person as a file (ID-58), and certificates of erasures, now and again.
public final class PapersViewModel {

    private final PersonAtHand hand;
    private final PaperQueue queue;

    final ObjectProperty<Purpose> purpose = new SimpleObjectProperty<>(Purpose.ASKED_BY_PERSON);

    PapersViewModel(PersonAtHand hand, PaperQueue queue) {
        this.hand = hand;
        this.queue = queue;
    }

    /// A certificate on paper, from the workstation's queue.
    public void print(long number, String language) {
        hand.clear();
        var session = hand.session();
        hand.run(
                "privacy.printing",
                () ->
                        session.doors()
                                .papers()
                                .certificate(session.actor(), number, PaperFormat.PDF, language),
                this::send);
    }

    private void send(ReportOutcome outcome) {
        if (outcome instanceof ReportOutcome.Rendered file) {
            hand.run(
                    "privacy.printing",
                    () -> queue.print(file.fileName(), file.content()),
                    this::printed);
        } else {
            offer(outcome);
        }
    }

    private void printed(PaperQueue.Outcome outcome) {
        switch (outcome) {
            case PaperQueue.Outcome.Sent(var name) ->
                    hand.session().notices().done(Message.of("privacy.printed", name));
            case PaperQueue.Outcome.NoPrinter() ->
                    hand.refusal().set(Message.of("privacy.no-printer"));
            case PaperQueue.Outcome.NotTaken(var name) ->
                    hand.refusal().set(Message.of("privacy.not-printed", name));
        }
    }

    /// Everything about the person as a file.
    public void export(PaperFormat format, String language) {
        var chosen = hand.person().get();
        if (chosen == null) {
            return;
        }
        hand.clear();
        var request = hand.once().request();
        var why = purpose.get();
        var session = hand.session();
        hand.run(
                "privacy.gathering",
                () ->
                        session.doors()
                                .papers()
                                .everything(
                                        session.actor(),
                                        request,
                                        chosen.id(),
                                        why,
                                        "",
                                        format,
                                        language),
                this::offer);
    }

    public void certificate(long number, PaperFormat format, String language) {
        hand.clear();
        var session = hand.session();
        hand.run(
                "privacy.gathering",
                () ->
                        session.doors()
                                .papers()
                                .certificate(session.actor(), number, format, language),
                this::offer);
    }

    private void offer(ReportOutcome outcome) {
        hand.once().answered();
        switch (outcome) {
            case ReportOutcome.Rendered file -> save(file);
            case ReportOutcome.PagesRendered _ -> hand.refusal().set(null);
            case ReportOutcome.Rejected(var wrong) ->
                    hand.refusal().set(Message.of(wrong.getFirst()));
            case ReportOutcome.NothingFound(var missing) -> hand.refusal().set(Message.of(missing));
        }
    }

    private void save(ReportOutcome.Rendered file) {
        var session = hand.session();
        session.dialogs()
                .chooseTarget("privacy.save-title", file.fileName())
                .ifPresent(target ->
                        hand.run(
                                "privacy.saving",
                                () -> Files.write(target, file.content()),
                                written ->
                                        session.notices()
                                                .done(
                                                        Message.of(
                                                                "privacy.saved",
                                                                String.valueOf(
                                                                        written.getFileName())))));
    }
}
