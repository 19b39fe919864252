package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.settings.SiteSettings;
import app.lodge.desktop.accounts.AccountsView;
import app.lodge.desktop.accounts.AccountsViewModel;
import app.lodge.desktop.approvals.ApprovalsView;
import app.lodge.desktop.approvals.ApprovalsViewModel;
import app.lodge.desktop.approvals.WaitingApprovals;
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
import app.lodge.desktop.reports.ReportsView;
import app.lodge.desktop.reports.ReportsViewModel;
import app.lodge.desktop.rights.CalendarViewModel;
import app.lodge.desktop.rights.DraftsViewModel;
import app.lodge.desktop.rights.RightsView;
import app.lodge.desktop.rights.RightsViewModel;
import app.lodge.desktop.settings.SettingsView;
import app.lodge.desktop.settings.SettingsViewModel;
import app.lodge.desktop.settings.WorkstationViewModel;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.DesktopWindow;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.FactFeed;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.SearchViewModel;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellView;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.shell.StatusBar;
import app.lodge.desktop.shell.Waiting;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.signin.CardAtTheDesk;
import app.lodge.desktop.signin.SignInView;
import app.lodge.desktop.signin.SignInViewModel;
import app.lodge.desktop.signin.SiteStarter;
import app.lodge.desktop.signin.SiteStarter.SiteLink;
import app.lodge.desktop.signin.WelcomeView;
import app.lodge.desktop.signin.WelcomeViewModel;
import app.lodge.desktop.start.StartView;
import app.lodge.desktop.start.StartViewModel;
import app.lodge.desktop.stock.StockView;
import app.lodge.desktop.stock.StockViewModel;
import app.lodge.desktop.watch.AlertsViewModel;
import app.lodge.desktop.watch.BoardViewModel;
import app.lodge.desktop.watch.RulesViewModel;
import app.lodge.desktop.watch.WatchView;
import app.lodge.desktop.workstation.DeskCard;
import app.lodge.desktop.workstation.PlanTrials;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop, wired by hand: window, entrance, and after sign-in the screens.
public final class LodgeDesktop {

    private static final Duration A_LOOK = Duration.ofMillis(700);

    private final DesktopWindow window;
    private final WorkstationSettings settings;
    private final SiteStarter starter;
    private final Function<Session, CardStation> stations;
    private final InstantSource clock;
    private final CardAtTheDesk card;
    private @Nullable FactFeed feed;
    private @Nullable Waiting cardWatch;
    private @Nullable ShellView shell;

    /// On the screen's thread.
    ///
    /// @param stations the readers and printers of this workstation, for the operator at it
    public LodgeDesktop(
            Stage stage,
            WorkstationSettings settings,
            SiteStarter starter,
            Function<Session, CardStation> stations,
            InstantSource clock) {
        this(stage, settings, starter, stations, new DeskCard(), clock);
    }

    /// @param card readers for those who sign in by card
    public LodgeDesktop(
            Stage stage,
            WorkstationSettings settings,
            SiteStarter starter,
            Function<Session, CardStation> stations,
            CardAtTheDesk card,
            InstantSource clock) {
        this.card = card;
        this.settings = settings;
        this.starter = starter;
        this.stations = stations;
        this.clock = clock;
        window = new DesktopWindow(stage, settings.values().language());
        window.appearance().theme().set(settings.values().theme());
        window.onSessionEnded(() -> {
            if (!window.isLocked()) {
                enter();
            }
        });
        window.keys(event -> shell != null && shell.pressed(event));
        stage.setOnHidden(_ -> {
            closeFeed();
            closeCardWatch();
        });
    }

    /// Opens the window and waits until it is closed.
    ///
    /// @param workstationFile where this workstation remembers its language, look and machines
    public static void launch(
            Path workstationFile,
            SiteStarter starter,
            Function<Session, CardStation> stations,
            InstantSource clock) {
        var settings = WorkstationSettings.read(workstationFile);
        DesktopWindow.open(
                stage -> new LodgeDesktop(stage, settings, starter, stations, clock).open());
    }

    /// Shows the entrance: the welcome for a first start, else sign-in.
    public void open() {
        enter();
        window.show();
    }

    private void enter() {
        closeFeed();
        shell = null;
        if (starter.siteExists()) {
            signIn().connect();
        } else {
            var model =
                    new WelcomeViewModel(
                            window.background(), starter, settings, link -> signIn().use(link));
            window.front(kit -> new WelcomeView(kit, model));
        }
    }

    private SignInViewModel signIn() {
        var model = new SignIn();
        window.front(kit -> new SignInView(kit, model.model));
        return model.model;
    }

    /// Who signs in by card is watched: with the card, they go.
    private final class SignIn {
        private final SignInViewModel model =
                new SignInViewModel(
                        window.background(),
                        starter,
                        clock,
                        card,
                        (link, who) -> entered(link, who));

        private void entered(SiteLink link, Actor who) {
            signedIn(link, who);
            if (model.byCard()) {
                watchCard(link, who);
            }
        }
    }

    private void watchCard(SiteLink link, Actor actor) {
        closeCardWatch();
        cardWatch = window.when(() -> card.awaitRemoval(A_LOOK), () -> lock(link, actor));
    }

    /// The card was taken away: everything stays as it is under the lock, typed or not.
    private void lock(SiteLink link, Actor actor) {
        closeCardWatch();
        var model = new SignInViewModel[1];
        model[0] =
                new SignInViewModel(
                        window.background(),
                        starter,
                        clock,
                        card,
                        (again, who) -> {
                            window.unlock();
                            if (who.operatorId() != actor.operatorId()) {
                                closeFeed();
                                signedIn(again, who);
                            }
                            if (model[0].byCard()) {
                                watchCard(again, who);
                            }
                        });
        model[0].use(link);
        model[0].lockedBy(actor.name());
        window.lock(kit -> new SignInView(kit, model[0]));
    }

    private void closeCardWatch() {
        if (cardWatch != null) {
            cardWatch.close();
            cardWatch = null;
        }
    }

    /// The site's name and zone are read before the first screen is built.
    private void signedIn(SiteLink link, Actor actor) {
        var doors = link.doors();
        window.background()
                .run(
                        "settings.reading",
                        new SimpleBooleanProperty(),
                        () -> doors.settings().site(actor),
                        site -> work(link, actor, site));
    }

    private void work(SiteLink link, Actor actor, SiteSettings site) {
        var shellModel = new ShellViewModel(actor);
        Background background = window.background();
        Dialogs dialogs = window.dialogs();
        var session =
                new Session(
                        link.doors(),
                        actor,
                        site,
                        background,
                        dialogs,
                        window.notices(),
                        shellModel,
                        clock);
        var station = stations.apply(session);
        var machines = new StationViewModel(background, station, settings);
        var search = new SearchViewModel(session);
        var screens = screens(session, station, machines);
        window.speak(settings.values().language(), site.zone());
        window.front(kit -> {
            var view =
                    new ShellView(
                            kit,
                            shellModel,
                            search,
                            screens,
                            new StatusBar(kit, window.bridgeAway(), machines, window.running()),
                            site.name(),
                            () -> signOut(link));
            shell = view;
            return view;
        });
        var waiting = new WaitingApprovals(session, shellModel.waiting(Destination.APPROVALS));
        shellModel.news().subscribe(waiting::heard);
        shellModel.visit().subscribe(_ -> waiting.refresh());
        machines.refresh();
        settleBroken(session, station);
        feed = window.listen(session, shellModel);
    }

    /// What a killed desktop left of a card is found before anybody looks for it; the start page tells.
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

    private static void settleBroken(Session session, CardStation station) {
        if (session.actor().may(Permission.ISSUE_CARDS)) {
            session.background()
                    .run("jobs.reading", new SimpleBooleanProperty(), station::broken, _ -> {});
        }
    }

    private void signOut(SiteLink link) {
        closeCardWatch();
        closeFeed();
        shell = null;
        link.signOut();
        signIn().use(link);
    }

    private void closeFeed() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    /// Each view-model is made when its screen is first opened, and kept; each view is made anew for
    /// another language.
    private Map<Destination, Function<Kit, Screen>> screens(
            Session session, CardStation station, StationViewModel machines) {
        var screens = new EnumMap<Destination, Function<Kit, Screen>>(Destination.class);
        var zone = session.site().zone();
        var conservation = once(() -> new ConservationViewModel(session));
        var start = once(() -> new StartViewModel(session));
        screens.put(
                Destination.START,
                kit -> new StartView(kit, start.get(), conservation.get(), today(zone)));
        var people = once(() -> new PeopleViewModel(session));
        screens.put(Destination.PEOPLE, kit -> new PeopleView(kit, people.get()));
        var desk = once(() -> new CardDeskViewModel(session, station, machines));
        screens.put(Destination.CARD_DESK, kit -> new CardDeskView(kit, desk.get()));
        var stock = once(() -> new StockViewModel(session, station, machines));
        screens.put(Destination.STOCK, kit -> new StockView(kit, stock.get()));
        var accounts = once(() -> new AccountsViewModel(session, settings.filters()));
        screens.put(Destination.ACCOUNTS, kit -> new AccountsView(kit, accounts.get()));
        var cashDesk = once(() -> new CashDeskViewModel(session));
        screens.put(Destination.CASH_DESK, kit -> new CashDeskView(kit, cashDesk.get()));
        var approvals = once(() -> new ApprovalsViewModel(session));
        screens.put(Destination.APPROVALS, kit -> new ApprovalsView(kit, approvals.get()));
        var finance = once(() -> new FinanceViewModel(session));
        screens.put(Destination.FINANCE, kit -> new FinanceView(kit, finance.get()));
        var devices = once(() -> new DevicesViewModel(session));
        screens.put(Destination.DEVICES, kit -> new DevicesView(kit, devices.get()));
        var board = once(() -> new BoardViewModel(session));
        var drafts = once(() -> new DraftsViewModel(session));
        var rights = once(() -> new RightsViewModel(session, drafts.get()::again));
        var calendar =
                once(() ->
                        new CalendarViewModel(
                                session,
                                session.clock().instant().atZone(session.site().zone()).getYear()));
        screens.put(
                Destination.RIGHTS,
                kit -> new RightsView(kit, rights.get(), drafts.get(), calendar.get()));
        var alerts = once(() -> new AlertsViewModel(session));
        var rules = once(() -> new RulesViewModel(session));
        screens.put(
                Destination.WATCH,
                kit -> new WatchView(kit, board.get(), alerts.get(), rules.get(), today(zone)));
        var journal = once(() -> new JournalViewModel(session));
        var seals = once(() -> new SealsViewModel(session));
        screens.put(
                Destination.JOURNAL,
                kit -> new JournalView(kit, journal.get(), seals.get(), conservation.get()));
        var reports = once(() -> new ReportsViewModel(session));
        var exports = once(() -> new ExportsViewModel(session));
        screens.put(Destination.REPORTS, kit -> new ReportsView(kit, reports.get(), exports.get()));
        var bookkeeping = once(() -> BookkeepingViewModel.of(session));
        screens.put(Destination.BOOKKEEPING, kit -> new BookkeepingView(kit, bookkeeping.get()));
        var layouts = once(() -> new LayoutsViewModel(session));
        screens.put(Destination.DESIGN, kit -> new LayoutsView(kit, layouts.get()));
        var workstation =
                new WorkstationViewModel(
                        settings, window.appearance(), language -> window.speak(language, zone));
        var pages =
                once(() ->
                        SettingsViewModel.of(
                                session,
                                workstation,
                                plan ->
                                        new PlanTrials(session.doors().cardKeys(), session.actor())
                                                .run(plan)));
        var readers = once(() -> new ReadersViewModel(session, station, machines));
        screens.put(
                Destination.SETTINGS,
                kit -> {
                    var choices = new MachinesView(kit, machines);
                    return new SettingsView(
                            kit,
                            pages.get(),
                            choices::reader,
                            choices::printer,
                            readers(kit, readers.get()));
                });
        return screens;
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        var made = new java.util.ArrayList<T>(1);
        return () -> {
            if (made.isEmpty()) {
                made.add(maker.get());
            }
            return made.getFirst();
        };
    }
}
