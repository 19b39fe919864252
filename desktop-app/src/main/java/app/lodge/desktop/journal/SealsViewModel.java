package app.lodge.desktop.journal;

import app.lodge.core.journal.JournalExports.Export;
import app.lodge.core.journal.JournalExports.ExportOutcome;
import app.lodge.core.journal.Seal;
import app.lodge.core.journal.Seals.SealOutcome;
import app.lodge.core.journal.Seals.Standing;
import app.lodge.core.journal.Seals.Verification;
import app.lodge.core.journal.Seals.What;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.verifier.AuditorsProgram;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The journal's seals: where they stand, made now, verified, exported with the rows.
public final class SealsViewModel {

    private final Session session;
    private final PagedList<Seal> seals;
    private final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Verification> verification =
            new SimpleObjectProperty<>();
    private final BooleanProperty verifying = new SimpleBooleanProperty();
    private final BooleanProperty sealing = new SimpleBooleanProperty();
    private final BooleanProperty exporting = new SimpleBooleanProperty();
    private final BooleanProperty reading = new SimpleBooleanProperty();

    public SealsViewModel(Session session) {
        this.session = session;
        seals =
                new PagedList<>(
                        session.background(),
                        "journal.reading",
                        (after, limit) ->
                                session.doors().seals().page(session.actor(), after, limit));
    }

    public PagedList<Seal> seals() {
        return seals;
    }

    /// Null until read.
    public ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing;
    }

    /// Null until somebody asked.
    public ReadOnlyObjectProperty<@Nullable Verification> verification() {
        return verification;
    }

    public BooleanProperty verifying() {
        return verifying;
    }

    public BooleanProperty sealing() {
        return sealing;
    }

    public BooleanProperty exporting() {
        return exporting;
    }

    public void refresh() {
        seals.reload();
        if (!reading.get()) {
            session.background()
                    .run(
                            "journal.reading",
                            reading,
                            () -> session.doors().seals().standing(session.actor()),
                            standing::set);
        }
    }

    /// Recomputes all rows and seals; takes a while on a large site.
    public void verify() {
        verification.set(null);
        session.background()
                .run(
                        "journal.verifying",
                        verifying,
                        () -> session.doors().seals().verify(session.actor()),
                        verification::set);
    }

    public void seal() {
        session.background()
                .run(
                        "journal.sealing",
                        sealing,
                        () -> session.doors().seals().seal(session.actor()),
                        this::sealed);
    }

    private void sealed(SealOutcome outcome) {
        switch (outcome) {
            case SealOutcome.Sealed(var seal) ->
                    session.notices()
                            .done(Message.of("journal.sealed", seal.number(), seal.rows()));
            case SealOutcome.NothingNew _ ->
                    session.notices().done(Message.of("journal.nothing-to-seal"));
            case SealOutcome.Broken(long row, var expected, var found) ->
                    brokenAt(row, expected, found);
        }
        refresh();
    }

    /// Asks for a file and writes the journal there.
    public void export() {
        var day = session.clock().instant().atZone(session.site().zone()).toLocalDate();
        session.dialogs()
                .chooseTarget("journal.exporting", "journal-%s.lodge".formatted(day))
                .ifPresent(this::export);
    }

    private void export(Path target) {
        session.background()
                .<String, ExportOutcome>run(
                        "journal.exporting",
                        exporting,
                        progress -> new JournalExport(session, target).run(progress),
                        _ -> {},
                        outcome -> exported(outcome, target));
    }

    private void exported(ExportOutcome outcome, Path target) {
        switch (outcome) {
            case ExportOutcome.Begun(Export export) ->
                    session.notices()
                            .done(
                                    Message.of(
                                            "journal.exported",
                                            String.valueOf(target.getFileName()),
                                            AuditorsProgram.FILE_NAME,
                                            export.seals() + ":" + export.lastSeal()));
            case ExportOutcome.Broken(long row, var expected, var found) ->
                    brokenAt(row, expected, found);
        }
        refresh();
    }

    private void brokenAt(long row, String expected, String found) {
        verification.set(new Verification.Broken(What.ROW_HASH, row, expected, found));
    }
}
