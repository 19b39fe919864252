package app.lodge.desktop.commandline;

import app.lodge.core.books.Permission;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.site.Home;
import app.lodge.core.site.SiteException;
import app.lodge.core.site.UnlockSeal;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge site seal`: on the bridge's machine, lets an operator's password open the vault; with `--only`
/// nothing else does from then on.
@Command(name = "seal")
final class SealSite extends SiteCommand {

    private final KdfCost cost;

    @Option(names = "--only", descriptionKey = "site.seal.only")
    boolean only;

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
            UnlockSeal.add(home, name, password, cost);
            boolean closed = only && UnlockSeal.closeTheFile(home, name, password);
            return Answer.done(
                    Map.of("operator", name, "only", closed),
                    session.text(closed ? "cli.site.sealed-only" : "cli.site.sealed", name));
        } catch (SiteException e) {
            return new Answer.Faulty(e.problems());
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
