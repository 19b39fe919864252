package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.settings.SiteSettings;
import app.lodge.desktop.approvals.WaitingApprovals;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.carddesk.StationWatch;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.DesktopWindow;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.FactFeed;
import app.lodge.desktop.shell.Message;
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
import app.lodge.desktop.workstation.DeskCard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
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
    private @Nullable Waiting stationWatch;
    private @Nullable ShellView shell;

    /// Who hears of numbers that readers give; nobody while nobody is signed in.
    private Consumer<String> scanned = _ -> {};

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
        window.columns(settings.columns());
        window.zoom().percent().set(settings.values().zoom());
        window.zoom()
                .percent()
                .addListener((_, _, chosen) -> settings.keep(settings.values().withZoom(chosen)));
        window.onSessionEnded(() -> {
            if (!window.isLocked()) {
                enter();
            }
        });
        window.keys(() -> shell == null ? List.of() : shell.keys());
        window.numbers(number -> scanned.accept(number));
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
        scanned = _ -> {};
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
        var screens = WiredScreens.of(session, station, machines, settings, window);
        window.views(settings.views(), actor.operatorId());
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
        scanned = number -> scanned(session, number);
        watch(new StationWatch(station, machines, settings, window.notices(), this::heard));
        settleBroken(session, station);
        feed = window.listen(session, shellModel);
    }

    private void heard(String number) {
        scanned.accept(number);
    }

    /// For as long as somebody is signed in.
    private void watch(StationWatch watch) {
        stationWatch =
                window.when(
                        watch::happened,
                        () -> {
                            watch.tell();
                            watch(watch);
                        });
    }

    /// A card that a reader named is opened at the card desk, unless a form is in the way.
    private void scanned(Session session, String number) {
        if (window.isLocked() || !Destination.CARD_DESK.openTo(session.actor())) {
            return;
        }
        if (window.sheetOpen()) {
            window.notices().warn(Message.of("number.kept-out"));
        } else {
            session.navigator().open(Destination.CARD_DESK, "number:" + number);
        }
    }

    /// What a killed desktop left of a card is found before anybody looks for it; the start page tells.
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
        scanned = _ -> {};
        link.signOut();
        signIn().use(link);
    }

    private void closeFeed() {
        if (stationWatch != null) {
            stationWatch.close();
            stationWatch = null;
        }
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
