package app.lodge.desktop.killed;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJobs;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.people.PersonId;
import app.lodge.core.work.Progress;
import app.lodge.desktop.InlineBackground;
import app.lodge.desktop.LodgeDesktop;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import app.lodge.desktop.link.LocalSite;
import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.desktop.workstation.CardsInMaking;
import app.lodge.desktop.workstation.DeskNumbers;
import app.lodge.desktop.workstation.DeskReaders;
import app.lodge.desktop.workstation.DeskStation;
import app.lodge.personalization.issuing.BatchRun;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// A card desk as the desktop wires it, without its screen: signed in through the bridge, with the
/// machines of this workstation.
record Desk(Path home, Session session, DeskStation station) {

    static final String CLERK = "clerk";
    static final String PASSWORD = "correct horse battery staple";

    static Desk open(Path home, String workstation) throws Exception {
        return open(home, workstation, jobs -> jobs);
    }

    /// @param jobs what stands between this desk and the books' card jobs
    static Desk open(Path home, String workstation, UnaryOperator<CardJobs> jobs) throws Exception {
        var link = site(home, workstation).connect(Progress.unwatched());
        var outcome = link.signIn(CLERK, PASSWORD.toCharArray());
        if (!(outcome instanceof SignInOutcome.SignedIn(Actor actor))) {
            throw new IllegalStateException("Sign-in answered " + outcome);
        }
        var d = link.doors();
        var doors = d.with(CardJobs.class, jobs.apply(d.jobs()));
        var session =
                new Session(
                        doors,
                        actor,
                        d.settings().site(actor),
                        new InlineBackground(),
                        null,
                        null,
                        null,
                        InstantSource.system());
        return new Desk(
                home,
                session,
                new DeskStation(home, new CardsInMaking(home), new DeskNumbers(), session));
    }

    static LocalSite site(Path home, String workstation) {
        return LocalSite.at(
                home,
                workstation,
                () -> {
                    throw new IllegalStateException("Nobody asks for a demo here");
                });
    }

    /// The whole desktop on the screen, over the bridge of the home.
    static OnScreen screen(Path home, String workstation) throws Exception {
        var settings = WorkstationSettings.read(home.resolve("workstation.json"));
        settings.keep(new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""));
        var making = new CardsInMaking(home);
        var numbers = new DeskNumbers();
        return Toolkit.call(() -> {
            var stage = new Stage();
            new LodgeDesktop(
                            stage,
                            settings,
                            site(home, workstation),
                            session -> new DeskStation(home, making, numbers, session),
                            InstantSource.system())
                    .open();
            stage.requestFocus();
            return new OnScreen(stage);
        });
    }

    static void signIn(OnScreen screen) {
        screen.keyboardIn("#sign-in-name");
        screen.robot().write(CLERK);
        screen.robot().type(KeyCode.TAB);
        screen.keyboardIn("#sign-in-password");
        screen.robot().write(PASSWORD);
        screen.robot().type(KeyCode.ENTER);
        screen.shows("#start-devices");
    }

    IssueOutcome issue(PersonId person) throws Exception {
        var order =
                new IssueOrder(
                        RequestId.fresh(), person, "file:" + cards(), DeskReaders.VIRTUAL, "staff");
        return station.issue(order, Progress.unwatched());
    }

    void queueUp(PersonId person) {
        session.doors().cardBatches().queueUp(session.actor(), RequestId.fresh(), person);
    }

    BatchRun.End workOnQueue() {
        var queue = session.doors().cardBatches().queue(session.actor()).orElseThrow();
        return station.batch(
                queue.id(),
                new BatchRun.Machines("file:" + cards(), DeskReaders.VIRTUAL),
                Progress.unwatched());
    }

    Path cards() {
        return home.resolve("cards");
    }
}
