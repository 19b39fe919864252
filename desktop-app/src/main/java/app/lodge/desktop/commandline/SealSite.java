package app.lodge.desktop.commandline;

import app.lodge.core.books.Permission;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.OperatorCard.State;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.site.Home;
import app.lodge.core.site.SiteException;
import app.lodge.core.site.UnlockSeal;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.DeskReaders;
import app.lodge.desktop.workstation.VaultCards;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge site seal`: on the bridge's machine, lets an operator's password or card open the vault; with
/// `--only` nothing else does from then on (CHAIN-07).
@Command(name = "seal")
final class SealSite extends SiteCommand {

    private final KdfCost cost;

    @Option(names = "--only", descriptionKey = "site.seal.only")
    boolean only;

    @Option(names = "--card", paramLabel = "READER", descriptionKey = "site.seal.card")
    @Nullable String reader;

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "operator-card.pin-file")
    @Nullable Path pinFile;

    @Option(names = "--opened-by", paramLabel = "NAME", descriptionKey = "site.seal.opened-by")
    @Nullable String opener;

    @Option(names = "--opener-file", paramLabel = "FILE", descriptionKey = "site.seal.opener-file")
    @Nullable Path openerFile;

    @Option(names = "--remove", paramLabel = "NAME", descriptionKey = "site.seal.remove")
    @Nullable String removed;

    SealSite(Session session, KdfCost cost) {
        super(session);
        this.cost = cost;
    }

    @Override
    Answer answer() {
        var home = new Home(home());
        if (!home.hasSite()) {
            throw new Refusal("cli.no-site", home());
        }
        var name = session.operator();
        var password = session.password("cli.ask-password", name);
        try (var doors = session.signIn(password)) {
            if (!doors.actor().may(Permission.CHANGE_CARD_KEYS)) {
                return Answer.refused("cli.site.may-not-seal", name);
            }
            if (removed != null) {
                return removed(home, removed);
            }
            var open = UnlockSeal.isSealed(home) ? opened(home, name, password) : Optional.of(home);
            return open.isEmpty()
                    ? Answer.refused("cli.site.not-opened", opener == null ? name : opener)
                    : reader == null
                            ? byPassword(open.get(), name, password)
                            : byCard(doors, open.get(), name, reader);
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private Answer removed(Home home, String operator) throws SiteException {
        if (!UnlockSeal.remove(home, operator)) {
            return Answer.refused("cli.site.not-removed", Values.shown(operator));
        }
        var left = UnlockSeal.openers(home);
        return Answer.done(
                Map.of("removed", operator, "openers", left),
                session.text(
                        "cli.site.removed",
                        operator,
                        left.isEmpty()
                                ? ""
                                : session.text("cli.site.openers", String.join(", ", left))));
    }

    /// A sealed site's secret is to be had from who may open it only: whoever calls, or who they say.
    private Optional<Home> opened(Home home, String name, char[] password) throws SiteException {
        if (opener == null) {
            return UnlockSeal.open(home, name, password);
        }
        var theirs = session.secret(openerFile, "cli.ask-password", opener);
        try {
            return UnlockSeal.open(home, opener, theirs);
        } finally {
            Arrays.fill(theirs, ' ');
        }
    }

    private Answer byPassword(Home home, String name, char[] password) throws SiteException {
        UnlockSeal.add(home, name, password, cost);
        boolean closed = closes(home, UnlockSeal.open(home, name, password));
        return Answer.done(
                Map.of("operator", name, "only", closed),
                session.text(closed ? "cli.site.sealed-only" : "cli.site.sealed", name));
    }

    private Answer byCard(Doors doors, Home home, String name, String on)
            throws DeviceException, SiteException {
        var cards = new VaultCards(new DeskReaders(session.home()), on, InstantSource.system());
        var uid = cards.identify();
        if (doors.door(OperatorCards.class).own(doors.actor()).stream()
                .noneMatch(card -> card.uid().equals(uid) && card.state() == State.ACTIVE)) {
            return Answer.refused("cli.site.not-your-card", name, on);
        }
        var pin = session.secret(pinFile, "cli.site.ask-pin", name, UnlockSeal.SHORTEST_PIN);
        try {
            if (pin.length < UnlockSeal.SHORTEST_PIN) {
                return Answer.refused("cli.site.short-pin", UnlockSeal.SHORTEST_PIN);
            }
            cards.write(doors.actor(), doors.door(CardKeys.class), home, name, pin, cost);
            boolean closed = closes(home, cards.open(home, pin));
            return Answer.done(
                    Map.of("operator", name, "only", closed),
                    session.text(
                            closed ? "cli.site.card-sealed-only" : "cli.site.card-sealed",
                            name,
                            on));
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private boolean closes(Home home, Optional<Home> opened) throws SiteException {
        return only
                && !UnlockSeal.isSealed(home)
                && opened.isPresent()
                && UnlockSeal.closeTheFile(opened.get());
    }
}
