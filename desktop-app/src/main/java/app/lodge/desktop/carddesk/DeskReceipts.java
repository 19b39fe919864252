package app.lodge.desktop.carddesk;

import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.catalogue.ReceiptFormat;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// The numbered receipt of what a card cost, as a file to print: first the original, then counted copies
/// (ID-63).
final class DeskReceipts {

    private final Session session;
    private final Set<Long> given = ConcurrentHashMap.newKeySet();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    DeskReceipts(Session session) {
        this.session = session;
    }

    BooleanProperty busy() {
        return busy;
    }

    void keep(long posting) {
        session.background()
                .run("desk-receipt.printing", busy, () -> printed(posting), this::chooseTarget);
    }

    /// Whoever holds the original gets a copy from here on.
    private ReportOutcome printed(long posting) {
        var actor = session.actor();
        var reports = session.doors().reports();
        return session.doors()
                .accounts()
                .receiptOf(actor, posting)
                .filter(_ -> given.add(posting))
                .map(receipt -> reports.receipt(actor, receipt, ReceiptFormat.A4, ""))
                .orElseGet(() -> reports.receiptCopy(actor, posting, ReceiptFormat.A4, ""));
    }

    private void chooseTarget(ReportOutcome outcome) {
        switch (outcome) {
            case Rendered rendered ->
                    session.dialogs()
                            .chooseTarget("desk-receipt.title", rendered.fileName())
                            .ifPresent(target ->
                                    session.background()
                                            .run(
                                                    "desk-receipt.printing",
                                                    busy,
                                                    () -> Files.write(target, rendered.content()),
                                                    file ->
                                                            session.notices()
                                                                    .done(
                                                                            Message.of(
                                                                                    "desk-receipt.kept",
                                                                                    String.valueOf(
                                                                                            file
                                                                                                    .getFileName())))));
            case ReportOutcome.PagesRendered _ ->
                    throw new IllegalStateException("A receipt came as pages");
            case ReportOutcome.NothingFound(var problem) ->
                    session.notices().warn(Message.of(problem));
            case ReportOutcome.Rejected(var problems) ->
                    problems.forEach(problem -> session.notices().warn(Message.of(problem)));
        }
    }
}
