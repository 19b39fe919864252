package app.lodge.desktop.cashdesk;

import app.lodge.core.books.Permission;
import app.lodge.core.cashdesk.CashMovement;
import app.lodge.core.cashdesk.ClosingReport;
import app.lodge.core.cashdesk.Shift;
import app.lodge.core.cashdesk.Till;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOrder;
import app.lodge.reports.catalogue.ReportOutcome;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The drawer of this workstation and the shift that is open on it (ID-34).
public final class CashDeskViewModel {

    private final Session session;
    private final ObjectProperty<@Nullable Till> till = new SimpleObjectProperty<>();
    private final ObservableList<CashMovement> movements = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable ClosingReport> report = new SimpleObjectProperty<>();
    private final BooleanProperty reportOpen = new SimpleBooleanProperty();
    private final CountViewModel count;
    private final TransitViewModel transit;

    private record Read(Till till, List<CashMovement> movements) {}

    public CashDeskViewModel(Session session) {
        this.session = session;
        count = new CountViewModel(session, this::show, this::show);
        transit = new TransitViewModel(session, till, this::show);
    }

    /// Null until it is read.
    public ReadOnlyObjectProperty<@Nullable Till> till() {
        return till;
    }

    /// Of the open shift, the newest first.
    public ObservableList<CashMovement> movements() {
        return movements;
    }

    public CountViewModel count() {
        return count;
    }

    public TransitViewModel transit() {
        return transit;
    }

    /// The shift that was closed just now.
    public ReadOnlyObjectProperty<@Nullable ClosingReport> report() {
        return report;
    }

    public BooleanProperty reportOpen() {
        return reportOpen;
    }

    /// Whether this operator answers for the open shift, or may close those of others.
    public boolean mayClose(Shift shift) {
        return keeps(shift) || session.actor().may(Permission.SUPERVISE_CASH_DESKS);
    }

    public boolean keeps(Shift shift) {
        return shift.keeper() == session.actor().operatorId();
    }

    public void refresh() {
        var currency = session.site().currency();
        session.background()
                .run(
                        "cash-desk.reading",
                        busy,
                        () -> {
                            var desks = session.doors().cashDesks();
                            var now = desks.till(session.actor(), currency);
                            var moved =
                                    now.shift()
                                            .map(shift ->
                                                    desks.movements(
                                                            session.actor(), shift.number()))
                                            .orElse(List.of());
                            return new Read(now, moved.reversed());
                        },
                        read -> {
                            till.set(read.till());
                            movements.setAll(read.movements());
                        });
    }

    private void show(Till now) {
        till.set(now);
        refresh();
    }

    private void show(ClosingReport closed) {
        report.set(closed);
        reportOpen.set(true);
        refresh();
    }

    public void begin(CountViewModel.Purpose purpose) {
        var now = till.get();
        if (now != null) {
            count.begin(purpose, now);
        }
    }

    /// Saves the closing report as a PDF.
    public void saveReport() {
        var closed = report.get();
        if (closed == null) {
            return;
        }
        session.dialogs()
                .chooseTarget(
                        "cash-desk.save-report",
                        "cash-closing-%s-%06d.pdf".formatted(closed.series(), closed.number()))
                .ifPresent(target ->
                        session.background()
                                .run(
                                        "cash-desk.printing",
                                        busy,
                                        () -> {
                                            var outcome =
                                                    session.doors()
                                                            .reports()
                                                            .render(session.actor(), order(closed));
                                            if (outcome
                                                    instanceof ReportOutcome.Rendered rendered) {
                                                Files.write(target, rendered.content());
                                            }
                                            return target.getFileName().toString();
                                        },
                                        name ->
                                                session.notices()
                                                        .done(Message.of("notice.saved", name))));
    }

    private static ReportOrder order(ClosingReport closed) {
        return ReportOrder.file(
                ReportKind.CASH_CLOSING,
                Map.of("shift", Long.toString(closed.shift())),
                ReportFormat.PDF,
                "");
    }
}
