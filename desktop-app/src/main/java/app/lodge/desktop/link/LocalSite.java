package app.lodge.desktop.link;

import app.lodge.core.doors.Connection;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import app.lodge.core.work.Progress;
import app.lodge.desktop.link.BundledBridge.StartOutcome;
import app.lodge.desktop.shell.Doors;
import app.lodge.desktop.signin.SiteStarter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The site whose home lies on this machine: made, and reached through its bridge, which is started
/// when none answers.
public final class LocalSite implements SiteStarter {

    private final Path home;
    private final String workstation;
    private final Supplier<LocalSite> demo;
    private final @Nullable Preparation preparation;
    private final String suggestedName;
    private final String suggestedPassword;
    private final AtomicReference<@Nullable FutureTask<Optional<Connection>>> early =
            new AtomicReference<>();

    private LocalSite(
            Path home,
            String workstation,
            Supplier<LocalSite> demo,
            @Nullable Preparation preparation,
            String name,
            String password) {
        this.home = home;
        this.workstation = workstation;
        this.demo = demo;
        this.preparation = preparation;
        this.suggestedName = name;
        this.suggestedPassword = password;
    }

    public static LocalSite at(Path home, String workstation, Supplier<LocalSite> demo) {
        return new LocalSite(home, workstation, demo, null, "", "");
    }

    /// A demo site, where name and password are no secret, and which makes itself.
    public static LocalSite demo(
            Path home, String workstation, Preparation preparation, String name, String password) {
        return new LocalSite(
                home,
                workstation,
                () -> {
                    throw new IllegalStateException("The demo site has no demo site");
                },
                preparation,
                name,
                password);
    }

    /// Makes the demo site, or wakes it up again, before somebody connects to it.
    @FunctionalInterface
    public interface Preparation {
        void prepare(Progress<StartStep> progress) throws Exception;
    }

    /// Asks for the bridge before a window does: that takes as long as the toolkit needs to start.
    public LocalSite ahead() {
        if (siteExists()) {
            var question = new FutureTask<>(() -> BundledBridge.of(home).running());
            early.set(question);
            Thread.ofPlatform().daemon(true).name("bridge-ahead").start(question);
        }
        return this;
    }

    @Override
    public boolean siteExists() {
        return preparation != null || new Home(home).hasSite();
    }

    @Override
    public SiteLink connect(Progress<StartStep> progress) throws Exception {
        if (preparation != null) {
            preparation.prepare(progress);
        }
        return reach(progress);
    }

    private SiteLink reach(Progress<StartStep> progress) {
        progress.at(StartStep.CONNECTING);
        var bridge = BundledBridge.of(home);
        var running = asked().or(bridge::running);
        if (running.isPresent()) {
            return new Link(RemoteDoors.ofHome(running.get(), home));
        }
        progress.at(StartStep.STARTING_BRIDGE);
        return switch (bridge.start()) {
            case StartOutcome.Started(Connection connection, var _, var _) ->
                    new Link(RemoteDoors.ofHome(connection, home));
            case StartOutcome.DidNotStart(Path log, String lastLines) ->
                    throw new IllegalStateException(
                            "The bridge did not start; %s says: %s".formatted(log, lastLines));
        };
    }

    /// What the question from before the window brought; empty the second time, or if it failed.
    private Optional<Connection> asked() {
        var question = early.getAndSet(null);
        if (question == null) {
            return Optional.empty();
        }
        try {
            return question.get();
        } catch (ExecutionException e) {
            return Optional.empty(); // asked again, it fails where somebody is told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public CreateOutcome create(NewSite wished, Progress<StartStep> progress) {
        progress.at(StartStep.CREATING_SITE);
        try {
            Site.create(
                    new Home(home),
                    SiteSettings.of(
                            wished.name(), wished.currency(), wished.zone(), wished.language()),
                    wished.administrator(),
                    wished.password(),
                    InstantSource.system(),
                    KdfCost.STANDARD);
        } catch (SiteException e) {
            return new CreateOutcome.Rejected(e.problems());
        } finally {
            Arrays.fill(wished.password(), '\0');
        }
        return new CreateOutcome.Created(reach(progress));
    }

    @Override
    public SiteLink openDemo(Progress<StartStep> progress) throws Exception {
        return demo.get().connect(progress);
    }

    private final class Link implements SiteLink {

        private final RemoteDoors far;
        private final Doors doors;

        Link(RemoteDoors far) {
            this.far = far;
            this.doors = new Doors(far::door);
        }

        @Override
        public SignInOutcome signIn(String name, char[] password) {
            return far.signIn(name, password, workstation);
        }

        @Override
        public CardEntrance cardEntrance() {
            return far.cardEntrance();
        }

        @Override
        public String workstation() {
            return workstation;
        }

        @Override
        public void signOut() {
            far.signOut();
        }

        @Override
        public Doors doors() {
            return doors;
        }

        @Override
        public String suggestedName() {
            return suggestedName;
        }

        @Override
        public String suggestedPassword() {
            return suggestedPassword;
        }
    }
}
