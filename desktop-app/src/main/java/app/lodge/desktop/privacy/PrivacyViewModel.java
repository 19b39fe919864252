package app.lodge.desktop.people;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.Person;
import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.LegalHold;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.Privacy.HoldOutcome;
import app.lodge.core.privacy.Purpose;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.privacy.PaperFormat;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One person's data protection: legal hold, everything in one file, erasure with its certificate
/// (ID-57, ID-58).
public final class PrivacyViewModel {

    private final Session session;
    private final Runnable erased;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Person> person = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Certificate> certificate = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    final ObjectProperty<HoldGround> holdGround = new SimpleObjectProperty<>(HoldGround.COURT);
    final StringProperty holdUntil = new SimpleStringProperty("");
    final StringProperty holdReference = new SimpleStringProperty("");
    final ObjectProperty<Purpose> purpose = new SimpleObjectProperty<>(Purpose.ASKED_BY_PERSON);
    final ObjectProperty<ErasureGround> ground =
            new SimpleObjectProperty<>(ErasureGround.ASKED_BY_PERSON);
    final StringProperty reference = new SimpleStringProperty("");
    final StringProperty typed = new SimpleStringProperty("");

    /// What is known before anything is decided.
    public record Shown(Privacy.Preview preview, List<LegalHold> holds) {}

    PrivacyViewModel(Session session, Runnable erased) {
        this.session = session;
        this.erased = erased;
    }

    public boolean allowed() {
        return session.actor().may(Permission.ERASE_PEOPLE)
                && session.actor().may(Permission.EXPORT_PEOPLE);
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ReadOnlyObjectProperty<@Nullable Person> person() {
        return person;
    }

    /// Null until it has been read.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown;
    }

    /// Null until the person is erased.
    public ReadOnlyObjectProperty<@Nullable Certificate> certificate() {
        return certificate;
    }

    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    void begin(Person chosen) {
        person.set(chosen);
        shown.set(null);
        certificate.set(null);
        clear();
        typed.set("");
        reference.set("");
        holdReference.set("");
        holdUntil.set(
                LocalDate.ofInstant(session.clock().instant(), session.site().zone())
                        .plusYears(1)
                        .toString());
        once.answered();
        open.set(true);
        refresh();
    }

    private void clear() {
        refusal.set(null);
        problems.clear();
    }

    private void refresh() {
        var chosen = person.get();
        if (chosen == null) {
            return;
        }
        var door = session.doors().privacy();
        session.background()
                .run(
                        "privacy.reading",
                        busy,
                        () ->
                                door.preview(session.actor(), chosen.id())
                                        .map(preview ->
                                                new Shown(
                                                        preview,
                                                        door.holds(session.actor(), chosen.id()))),
                        read -> shown.set(read.orElse(null)));
    }

    public void setHold() {
        var chosen = person.get();
        if (chosen == null) {
            return;
        }
        clear();
        LocalDate until;
        try {
            until = LocalDate.parse(holdUntil.get().strip());
        } catch (DateTimeParseException e) {
            problems.add(Problem.of("hold-until", holdUntil.get(), "privacy.date-malformed"));
            return;
        }
        var request = once.request();
        var why = holdGround.get();
        var about = holdReference.get().strip();
        session.background()
                .run(
                        "privacy.holding",
                        busy,
                        () ->
                                session.doors()
                                        .privacy()
                                        .hold(
                                                session.actor(),
                                                request,
                                                chosen.id(),
                                                why,
                                                until,
                                                about),
                        this::holdAnswered);
    }

    public void release(LegalHold hold) {
        clear();
        var request = once.request();
        session.background()
                .run(
                        "privacy.holding",
                        busy,
                        () ->
                                session.doors()
                                        .privacy()
                                        .release(session.actor(), request, hold.number()),
                        this::holdAnswered);
    }

    private void holdAnswered(HoldOutcome outcome) {
        once.answered();
        switch (outcome) {
            case HoldOutcome.Held(var hold) ->
                    session.notices().done(Message.of("privacy.held", hold.until().toString()));
            case HoldOutcome.Released _ -> session.notices().done(Message.of("privacy.released"));
            case HoldOutcome.Rejected(var wrong) -> refusal.set(Message.of(wrong.getFirst()));
        }
        refresh();
    }

    /// Everything about the person as a file.
    public void export(PaperFormat format, String language) {
        var chosen = person.get();
        if (chosen == null) {
            return;
        }
        clear();
        var request = once.request();
        var why = purpose.get();
        session.background()
                .run(
                        "privacy.gathering",
                        busy,
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

    public void saveCertificate(String language) {
        var done = certificate.get();
        if (done != null) {
            session.background()
                    .run(
                            "privacy.gathering",
                            busy,
                            () ->
                                    session.doors()
                                            .papers()
                                            .certificate(
                                                    session.actor(),
                                                    done.number(),
                                                    PaperFormat.PDF,
                                                    language),
                            this::offer);
        }
    }

    private void offer(ReportOutcome outcome) {
        once.answered();
        switch (outcome) {
            case ReportOutcome.Rendered file ->
                    session.dialogs()
                            .chooseTarget("privacy.save-title", file.fileName())
                            .ifPresent(target ->
                                    session.background()
                                            .run(
                                                    "privacy.saving",
                                                    busy,
                                                    () -> Files.write(target, file.content()),
                                                    written ->
                                                            session.notices()
                                                                    .done(
                                                                            Message.of(
                                                                                    "privacy.saved",
                                                                                    String.valueOf(
                                                                                            written
                                                                                                    .getFileName())))));
            case ReportOutcome.PagesRendered _ -> refusal.set(null);
            case ReportOutcome.Rejected(var wrong) -> refusal.set(Message.of(wrong.getFirst()));
            case ReportOutcome.NothingFound(var missing) -> refusal.set(Message.of(missing));
        }
    }

    /// Erases if the person's ID was typed.
    public void erase() {
        var chosen = person.get();
        if (chosen == null) {
            return;
        }
        clear();
        var id = "%07d".formatted(chosen.id().number());
        var given = typed.get().strip();
        if (!given.equals(id) && !given.equals(Long.toString(chosen.id().number()))) {
            refusal.set(Message.of("privacy.typed-wrong", given, id));
            return;
        }
        var request = once.request();
        var why = ground.get();
        var about = reference.get().strip();
        session.background()
                .run(
                        "privacy.erasing",
                        busy,
                        () ->
                                session.doors()
                                        .privacy()
                                        .erase(session.actor(), request, chosen.id(), why, about),
                        this::eraseAnswered);
    }

    private void eraseAnswered(EraseOutcome outcome) {
        switch (outcome) {
            case EraseOutcome.Erased(var done) -> {
                once.answered();
                certificate.set(done);
                erased.run();
            }
            case EraseOutcome.Refused _ -> {
                once.answered();
                refresh();
            }
            case EraseOutcome.KeysStillThere(_, var file) ->
                    refusal.set(
                            Message.of("privacy.keys-still-there", file)); // the same request again
            case EraseOutcome.Rejected(var wrong) -> {
                once.answered();
                refusal.set(Message.of(wrong.getFirst()));
            }
        }
    }
}
