package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.site.Home;
import app.lodge.core.site.SiteException;
import app.lodge.core.site.UnlockSeal;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.DeskReaders;
import app.lodge.desktop.workstation.VaultCards;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge bridge`: the site's service, in the foreground until it is told to stop. A sealed site is opened
/// by an operator's password or card first (CHAIN-07).
@Command(name = "bridge")
final class RunBridge implements Callable<Integer> {

    private final Session session;
    private final Programs programs;

    @Option(names = "--card", paramLabel = "READER", descriptionKey = "bridge.card")
    @Nullable String reader;

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "operator-card.pin-file")
    @Nullable Path pinFile;

    RunBridge(Session session, Programs programs) {
        this.session = session;
        this.programs = programs;
    }

    @Override
    public Integer call() {
        var home = new Home(session.home());
        if (!home.hasSite()) {
            throw new Refusal("cli.no-site", session.home());
        }
        if (!UnlockSeal.isSealed(home)) {
            return programs.bridge(session.terminal(), session.home());
        }
        try {
            return programs.bridge(
                    session.terminal(), reader == null ? byPassword(home) : byCard(home, reader));
        } catch (SiteException e) {
            return session.print(new Answer.Faulty(e.problems()));
        } catch (DeviceException e) {
            throw new Refusal("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    private Home byPassword(Home home) throws SiteException {
        var password = session.password("cli.ask-password", session.operator());
        try {
            return UnlockSeal.open(home, session.operator(), password)
                    .orElseThrow(() -> new Refusal("cli.site.opens-not", session.operator()));
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private Home byCard(Home home, String on) throws SiteException, DeviceException {
        var pin = session.secret(pinFile, "cli.site.ask-card-pin", on);
        try {
            return new VaultCards(new DeskReaders(session.home()), on, InstantSource.system())
                    .open(home, pin)
                    .orElseThrow(() -> new Refusal("cli.site.wrong-card-pin", on));
        } finally {
            Arrays.fill(pin, ' ');
        }
    }
}
