package app.lodge.desktop.reports;

import app.lodge.core.books.Problem;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOrder;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.ReportOutcome.PagesRendered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/// Chooses a report, fills in what it asks for, shows its pages and saves it.
public final class ReportsViewModel {

    private static final int DPI = 110;
    private static final int PAGES_AT_ONCE = 10;

    private final Session session;
    private final ObservableList<ReportKind> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ReportKind> chosen = new SimpleObjectProperty<>();
    private final Map<ReportKind, Map<String, StringProperty>> values =
            new EnumMap<>(ReportKind.class);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PagesRendered> pages = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public ReportsViewModel(Session session) {
        this.session = session;
        chosen.subscribe(_ -> {
            problems.clear();
            pages.set(null);
        });
    }

    public ObservableList<ReportKind> kinds() {
        return kinds;
    }

    public ObjectProperty<@Nullable ReportKind> chosen() {
        return chosen;
    }

    /// What is typed for a parameter; kept while other reports are looked at.
    public StringProperty value(ReportKind kind, String parameter) {
        return values.computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                .computeIfAbsent(parameter, _ -> new SimpleStringProperty(""));
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Null until a report is shown.
    public ReadOnlyObjectProperty<@Nullable PagesRendered> pages() {
        return pages;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public void refresh() {
        if (kinds.isEmpty()) {
            session.background()
                    .run(
                            "reports.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().reports().catalogue(session.actor()),
                            found -> {
                                kinds.setAll(found);
                                if (chosen.get() == null && !found.isEmpty()) {
                                    chosen.set(found.getFirst());
                                }
                            });
        }
    }

    /// Draws the first pages.
    ///
    /// @param language of the report, as an IETF tag
    public void show(String language) {
        show(language, 1);
    }

    /// Draws the pages after those that are shown.
    public void showNext(String language) {
        var now = pages.get();
        if (now != null && now.firstPage() + now.pages().size() <= now.pageCount()) {
            show(language, now.firstPage() + now.pages().size());
        }
    }

    private void show(String language, int firstPage) {
        var kind = chosen.get();
        if (kind != null) {
            render(
                    ReportOrder.screen(
                            kind, parameters(kind), language, DPI, firstPage, PAGES_AT_ONCE));
        }
    }

    private void render(ReportOrder order) {
        problems.clear();
        session.background()
                .run(
                        "reports.drawing",
                        busy,
                        () -> session.doors().reports().render(session.actor(), order),
                        this::answered);
    }

    private void answered(ReportOutcome outcome) {
        switch (outcome) {
            case PagesRendered drawn -> pages.set(drawn);
            case ReportOutcome.Rendered _ -> pages.set(null);
            case ReportOutcome.Rejected(var found) -> problems.setAll(found);
            case ReportOutcome.NothingFound(var missing) -> problems.setAll(List.of(missing));
        }
    }

    /// Saves the report as a file.
    public void save(ReportFormat format, String language) {
        var kind = chosen.get();
        if (kind == null) {
            return;
        }
        problems.clear();
        var order = ReportOrder.file(kind, parameters(kind), format, language);
        session.background()
                .run(
                        "reports.drawing",
                        busy,
                        () -> session.doors().reports().render(session.actor(), order),
                        outcome -> {
                            if (outcome instanceof ReportOutcome.Rendered file) {
                                offer(file);
                            } else {
                                answered(outcome);
                            }
                        });
    }

    private void offer(ReportOutcome.Rendered file) {
        session.dialogs()
                .chooseTarget("reports.save-title", file.fileName())
                .ifPresent(target -> write(file, target));
    }

    private void write(ReportOutcome.Rendered file, Path target) {
        session.background()
                .run(
                        "reports.saving",
                        busy,
                        () -> Files.write(target, file.content()),
                        written ->
                                session.notices()
                                        .done(
                                                Message.of(
                                                        "notice.saved",
                                                        String.valueOf(written.getFileName()))));
    }

    private Map<String, String> parameters(ReportKind kind) {
        var given = new LinkedHashMap<String, String>();
        kind.parameters()
                .forEach(parameter ->
                        given.put(parameter.name(), value(kind, parameter.name()).get().strip()));
        return given;
    }

    static String key(ReportKind kind) {
        return "reports.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
