package app.lodge.desktop.costcentres;

import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Charge;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.costcentres.CostCentres.Overall;
import app.lodge.core.costcentres.CostCentres.Rollup;
import app.lodge.core.costcentres.CostCentres.Standing;
import app.lodge.desktop.shell.Background.Call;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All cost centres with what remains, and one of them whole (ID-13, ID-16, ID-17, ID-18).
public final class CostCentresViewModel {

    /// One centre as the list shows it.
    ///
    /// @param month null where nothing was charged in the chosen month
    public record Row(CostCentre centre, @Nullable Standing whole, @Nullable Rollup month) {}

    /// @param name whose it is on the centre; empty for the whole centre
    public record NamedBudget(Standing standing, String name) {}

    /// @param name the person's, the group's, or a medium's number
    public record NamedLink(Link link, String name) {}

    /// The chosen centre.
    public record Detail(Row row, List<NamedBudget> budgets, List<NamedLink> links) {
        CentreId id() {
            return row.centre().id();
        }
    }

    private final Session session;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Detail> detail = new SimpleObjectProperty<>();
    private final ObjectProperty<YearMonth> month;
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final PagedList<Charge> charges;
    private final CentreFormViewModel form;
    private final BudgetFormViewModel budget;
    private final LinkFormViewModel link;

    /// Read beside the screen.
    private volatile @Nullable CentreId chosen;

    private volatile YearMonth shownMonth;

    public CostCentresViewModel(Session session) {
        this.session = session;
        shownMonth = YearMonth.from(session.clock().instant().atZone(session.site().zone()));
        month = new SimpleObjectProperty<>(shownMonth);
        charges = new PagedList<>(session.background(), "centres.reading", this::chargesAfter);
        form = new CentreFormViewModel(session, this::changed);
        budget = new BudgetFormViewModel(session, this::changed);
        link = new LinkFormViewModel(session, this::changed);
        month.subscribe((_, now) -> {
            shownMonth = now;
            refresh();
        });
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public BooleanProperty loaded() {
        return loaded;
    }

    /// Null until one is chosen.
    public ReadOnlyObjectProperty<@Nullable Detail> detail() {
        return detail;
    }

    public ObjectProperty<YearMonth> month() {
        return month;
    }

    /// Of the chosen centre in the chosen month.
    public PagedList<Charge> charges() {
        return charges;
    }

    public CentreFormViewModel form() {
        return form;
    }

    public BudgetFormViewModel budget() {
        return budget;
    }

    public LinkFormViewModel link() {
        return link;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_COST_CENTRES);
    }

    public void refresh() {
        session.background().run("centres.reading", busy, this::read, this::show);
    }

    private record Reading(List<Row> rows, @Nullable Detail detail) {}

    private Reading read() {
        var door = session.doors().costCentres();
        var span = shownMonth;
        Map<CentreId, Rollup> months =
                door.rollup(session.actor(), span.atDay(1), span.atEndOfMonth()).stream()
                        .collect(Collectors.toMap(Rollup::centre, Function.identity()));
        var all =
                door.overall(session.actor()).stream()
                        .map(one -> row(one, months.get(one.centre().id())))
                        .toList();
        var wanted = chosen;
        var found =
                all.stream()
                        .filter(row -> wanted == null || row.centre().id().equals(wanted))
                        .findFirst();
        return new Reading(all, found.map(row -> detail(door, row)).orElse(null));
    }

    private static Row row(Overall one, @Nullable Rollup month) {
        return new Row(one.centre(), one.whole(), month);
    }

    private Detail detail(CostCentres door, Row row) {
        var id = row.centre().id();
        var names = new CentreNames(session);
        var budgets =
                door.budgets(session.actor(), id).stream()
                        .map(one -> new NamedBudget(one, names.of(one.budget().account())))
                        .toList();
        var links =
                door.links(session.actor(), id).stream()
                        .map(one -> new NamedLink(one, names.of(one)))
                        .toList();
        return new Detail(row, budgets, links);
    }

    private void show(Reading reading) {
        if (reading.detail() != null) {
            chosen = reading.detail().id();
        }
        if (!rows.equals(reading.rows())) {
            rows.setAll(reading.rows());
        }
        loaded.set(true);
        detail.set(reading.detail());
        if (reading.detail() != null) {
            charges.reload();
        }
    }

    private Page<Charge> chargesAfter(@Nullable String after, int limit) {
        var id = chosen;
        var span = shownMonth;
        return id == null
                ? new Page<>(List.of(), null)
                : session.doors()
                        .costCentres()
                        .charges(
                                session.actor(),
                                id,
                                span.atDay(1),
                                span.atEndOfMonth(),
                                after,
                                limit);
    }

    public void choose(Row row) {
        if (!row.centre().id().equals(chosen)) {
            chosen = row.centre().id();
            charges.clear();
            refresh();
        }
    }

    /// Nothing new is charged to a closed centre; it can be opened again.
    public void close(Detail shown, boolean closed) {
        var centre = shown.row().centre();
        act(
                request ->
                        session.doors()
                                .costCentres()
                                .change(
                                        session.actor(),
                                        request,
                                        new CostCentre(
                                                centre.id(),
                                                centre.code(),
                                                centre.name(),
                                                centre.overBudget(),
                                                !closed)),
                closed ? "centres.closed-notice" : "centres.opened-notice");
    }

    public void removeBudget(Detail shown, NamedBudget one) {
        act(
                request ->
                        session.doors()
                                .costCentres()
                                .removeBudget(
                                        session.actor(),
                                        request,
                                        shown.id(),
                                        one.standing().budget().account()),
                "centres.budget-removed");
    }

    public void unlink(Detail shown, NamedLink one) {
        act(
                request ->
                        session.doors()
                                .costCentres()
                                .unlink(session.actor(), request, shown.id(), one.link()),
                "centres.unlinked");
    }

    private void act(Function<RequestId, CentreOutcome> verb, String noticeKey) {
        var request = RequestId.fresh();
        Call<CentreOutcome> call = () -> verb.apply(request);
        session.background()
                .run(
                        "centres.saving",
                        busy,
                        call,
                        outcome -> {
                            switch (outcome) {
                                case CentreOutcome.Done(var centre) ->
                                        session.notices()
                                                .done(Message.of(noticeKey, centre.code()));
                                case CentreOutcome.Rejected(var problems) ->
                                        problems.forEach(
                                                one -> session.notices().warn(Message.of(one)));
                            }
                            refresh();
                        });
    }

    private void changed(CostCentre centre) {
        chosen = centre.id();
        session.notices().done(Message.of("centres.saved", centre.code()));
        refresh();
    }

    Optional<Row> chosenRow() {
        return rows.stream().filter(row -> row.centre().id().equals(chosen)).findFirst();
    }
}
