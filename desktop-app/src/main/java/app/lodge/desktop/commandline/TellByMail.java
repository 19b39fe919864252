package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import app.lodge.core.watch.Reach.MailReach;
import app.lodge.core.watch.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge watch mail`: the server that alerts leave by, and whom they go to.
@Command(name = "mail")
final class TellByMail extends DoorCommand {

    @Parameters(paramLabel = "HOST:PORT", descriptionKey = "watch.mail.server")
    String server = "";

    @Option(names = "--security", paramLabel = "KIND", descriptionKey = "watch.mail.security")
    String security = "starttls";

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "watch.mail.user")
    String user = "";

    @Option(
            names = "--mail-password-file",
            paramLabel = "FILE",
            descriptionKey = "watch.mail.password-file")
    @Nullable Path password;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            required = true,
            descriptionKey = "watch.mail.from")
    String from = "";

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            required = true,
            split = ",",
            descriptionKey = "watch.mail.to")
    List<String> to = new ArrayList<>();

    @Option(
            names = "--last",
            paramLabel = "ADDRESS",
            split = ",",
            descriptionKey = "watch.mail.last")
    List<String> last = new ArrayList<>();

    TellByMail(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var colon = server.lastIndexOf(':');
        if (colon < 1 || !server.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new WrongUsage("cli.watch.server", Values.shown(server));
        }
        var wanted =
                new MailReach(
                        new MailServer(
                                server.substring(0, colon),
                                Integer.parseInt(server.substring(colon + 1)),
                                Values.choice("--security", security, MailSecurity.class),
                                user,
                                from),
                        to,
                        last);
        var outcome =
                doors.door(Watch.class)
                        .setMail(
                                doors.actor(),
                                RequestId.fresh(),
                                wanted,
                                SecretOf.file("--mail-password-file", password));
        return switch (outcome) {
            case Watch.ReachOutcome.Kept(var reach) ->
                    Answer.done(Map.of("reach", reach), session.text("cli.watch.kept"));
            case Watch.ReachOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
