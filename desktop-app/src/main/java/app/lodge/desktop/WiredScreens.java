package app.lodge.desktop;

import app.lodge.desktop.accounts.AccountsView;
import app.lodge.desktop.accounts.AccountsViewModel;
import app.lodge.desktop.approvals.ApprovalsView;
import app.lodge.desktop.approvals.ApprovalsViewModel;
import app.lodge.desktop.bookkeeping.BookkeepingView;
import app.lodge.desktop.bookkeeping.BookkeepingViewModel;
import app.lodge.desktop.carddesk.CardDeskView;
import app.lodge.desktop.carddesk.CardDeskViewModel;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.carddesk.MachinesView;
import app.lodge.desktop.carddesk.ReadersPanel;
import app.lodge.desktop.carddesk.ReadersViewModel;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.cashdesk.CashDeskView;
import app.lodge.desktop.cashdesk.CashDeskViewModel;
import app.lodge.desktop.conservation.ConservationViewModel;
import app.lodge.desktop.designer.LayoutsView;
import app.lodge.desktop.designer.LayoutsViewModel;
import app.lodge.desktop.devices.DevicesView;
import app.lodge.desktop.devices.DevicesViewModel;
import app.lodge.desktop.exports.ExportsViewModel;
import app.lodge.desktop.finance.FinanceView;
import app.lodge.desktop.finance.FinanceViewModel;
import app.lodge.desktop.journal.JournalView;
import app.lodge.desktop.journal.JournalViewModel;
import app.lodge.desktop.journal.SealsViewModel;
import app.lodge.desktop.people.PeopleView;
import app.lodge.desktop.people.PeopleViewModel;
import app.lodge.desktop.people.PhotoDesk;
import app.lodge.desktop.reports.ReportsView;
import app.lodge.desktop.reports.ReportsViewModel;
import app.lodge.desktop.rights.CalendarViewModel;
import app.lodge.desktop.rights.DraftsViewModel;
import app.lodge.desktop.rights.RightsView;
import app.lodge.desktop.rights.RightsViewModel;
import app.lodge.desktop.rollout.PackagesViewModel;
import app.lodge.desktop.rollout.PushesViewModel;
import app.lodge.desktop.rollout.RolloutView;
import app.lodge.desktop.rollout.RolloutsViewModel;
import app.lodge.desktop.rollout.TemplatesViewModel;
import app.lodge.desktop.settings.SettingsView;
import app.lodge.desktop.settings.SettingsViewModel;
import app.lodge.desktop.settings.WorkstationViewModel;
import app.lodge.desktop.shell.DesktopWindow;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.start.StartView;
import app.lodge.desktop.start.StartViewModel;
import app.lodge.desktop.stock.StockView;
import app.lodge.desktop.stock.StockViewModel;
import app.lodge.desktop.virtualsite.VirtualViewModel;
import app.lodge.desktop.watch.AlertsViewModel;
import app.lodge.desktop.watch.BoardViewModel;
import app.lodge.desktop.watch.PartiesViewModel;
import app.lodge.desktop.watch.RulesViewModel;
import app.lodge.desktop.watch.WatchView;
import app.lodge.desktop.workstation.PlanTrials;
import app.lodge.personalization.faces.OpenCvFaces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

/// The screens of all destinations, wired for who signed in. Each view-model is made when its screen is
/// first opened, and kept; each view is made anew for another language.
final class WiredScreens {

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final WorkstationSettings settings;
    private final SavedFilters filters;
    private final DesktopWindow window;
    private final Map<Destination, Function<Kit, Screen>> screens =
            new EnumMap<>(Destination.class);

    /// Shared by the start page, which warns, and the journal, which shows.
    private final Supplier<ConservationViewModel> conservation;

    private WiredScreens(
            Session session,
            CardStation station,
            StationViewModel machines,
            WorkstationSettings settings,
            DesktopWindow window) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        this.settings = settings;
        this.filters = settings.filters();
        this.window = window;
        conservation = once(() -> new ConservationViewModel(session));
    }

    /// @param station the readers and printers of this workstation
    /// @param settings what this workstation remembers, changed by the settings' screen
    static Map<Destination, Function<Kit, Screen>> of(
            Session session,
            CardStation station,
            StationViewModel machines,
            WorkstationSettings settings,
            DesktopWindow window) {
        var wired = new WiredScreens(session, station, machines, settings, window);
        wired.peopleAndCards();
        wired.money();
        wired.field();
        wired.papers();
        wired.settings();
        return wired.screens;
    }

    private void peopleAndCards() {
        var start = once(() -> new StartViewModel(session));
        put(Destination.START, kit -> new StartView(kit, start.get(), conservation.get(), today()));
        var photos = new PhotoDesk(new OpenCvFaces(), station.cameras(), settings);
        var people = once(() -> new PeopleViewModel(session, photos));
        put(Destination.PEOPLE, kit -> new PeopleView(kit, people.get()));
        var desk = once(() -> new CardDeskViewModel(session, station, machines));
        put(Destination.CARD_DESK, kit -> new CardDeskView(kit, desk.get()));
        var stock = once(() -> new StockViewModel(session, station, machines));
        put(Destination.STOCK, kit -> new StockView(kit, stock.get()));
        var layouts = once(() -> new LayoutsViewModel(session));
        put(Destination.DESIGN, kit -> new LayoutsView(kit, layouts.get()));
    }

    private void money() {
        var accounts = once(() -> new AccountsViewModel(session, filters));
        put(Destination.ACCOUNTS, kit -> new AccountsView(kit, accounts.get()));
        var cashDesk = once(() -> new CashDeskViewModel(session));
        put(Destination.CASH_DESK, kit -> new CashDeskView(kit, cashDesk.get()));
        var approvals = once(() -> new ApprovalsViewModel(session));
        put(Destination.APPROVALS, kit -> new ApprovalsView(kit, approvals.get()));
        var finance = once(() -> new FinanceViewModel(session));
        put(Destination.FINANCE, kit -> new FinanceView(kit, finance.get()));
        var bookkeeping = once(() -> BookkeepingViewModel.of(session));
        put(Destination.BOOKKEEPING, kit -> new BookkeepingView(kit, bookkeeping.get()));
    }

    private void field() {
        var devices = once(() -> new DevicesViewModel(session));
        put(Destination.DEVICES, kit -> new DevicesView(kit, devices.get()));
        rights();
        watch();
        rollout();
    }

    private void rights() {
        var drafts = once(() -> new DraftsViewModel(session));
        var rights = once(() -> new RightsViewModel(session, drafts.get()::again));
        var calendar = once(() -> new CalendarViewModel(session, today().getYear()));
        put(
                Destination.RIGHTS,
                kit -> new RightsView(kit, rights.get(), drafts.get(), calendar.get()));
    }

    private void watch() {
        var board = once(() -> new BoardViewModel(session));
        var alerts = once(() -> new AlertsViewModel(session));
        var rules = once(() -> new RulesViewModel(session));
        var parties = once(() -> new PartiesViewModel(session));
        var virtual = once(() -> new VirtualViewModel(session));
        put(
                Destination.WATCH,
                kit ->
                        new WatchView(
                                kit,
                                board.get(),
                                alerts.get(),
                                rules.get(),
                                parties.get(),
                                virtual.get(),
                                today()));
    }

    private void rollout() {
        var rollouts = once(() -> new RolloutsViewModel(session));
        var packages = once(() -> new PackagesViewModel(session));
        var pushes = once(() -> new PushesViewModel(session));
        var templates = once(() -> new TemplatesViewModel(session));
        put(
                Destination.ROLLOUT,
                kit ->
                        new RolloutView(
                                kit,
                                rollouts.get(),
                                packages.get(),
                                pushes.get(),
                                templates.get()));
    }

    private void papers() {
        var journal = once(() -> new JournalViewModel(session, filters));
        var seals = once(() -> new SealsViewModel(session));
        put(
                Destination.JOURNAL,
                kit -> new JournalView(kit, journal.get(), seals.get(), conservation.get()));
        var reports = once(() -> new ReportsViewModel(session));
        var exports = once(() -> new ExportsViewModel(session));
        put(Destination.REPORTS, kit -> new ReportsView(kit, reports.get(), exports.get()));
    }

    private void settings() {
        var zone = session.site().zone();
        var workstation =
                new WorkstationViewModel(
                        settings,
                        window.appearance(),
                        window.zoom(),
                        language -> window.speak(language, zone));
        var pages =
                once(() ->
                        SettingsViewModel.of(
                                session,
                                workstation,
                                plan ->
                                        new PlanTrials(session.doors().cardKeys(), session.actor())
                                                .run(plan)));
        var readers = once(() -> new ReadersViewModel(session, station, machines));
        put(
                Destination.SETTINGS,
                kit -> {
                    var choices = new MachinesView(kit, machines);
                    return new SettingsView(
                            kit,
                            pages.get(),
                            choices::reader,
                            choices::printer,
                            choices::networkPrinter,
                            readers(kit, readers.get()));
                });
    }

    private static SettingsView.Readers readers(Kit kit, ReadersViewModel model) {
        var panel = new ReadersPanel(kit, model);
        return new SettingsView.Readers() {
            @Override
            public Node node() {
                return panel.node();
            }

            @Override
            public void refresh() {
                model.refresh();
            }
        };
    }

    private void put(Destination destination, Function<Kit, Screen> maker) {
        screens.put(destination, maker);
    }

    private LocalDate today() {
        return session.clock().instant().atZone(session.site().zone()).toLocalDate();
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        var made = new ArrayList<T>(1);
        return () -> {
            if (made.isEmpty()) {
                made.add(maker.get());
            }
            return made.getFirst();
        };
    }
}
