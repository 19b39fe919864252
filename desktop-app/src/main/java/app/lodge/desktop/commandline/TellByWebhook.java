package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.watch.Reach.HookReach;
import app.lodge.core.watch.Watch;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge watch webhook`: the address that alerts are posted to, signed.
@Command(name = "webhook")
final class TellByWebhook extends DoorCommand {

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "watch.webhook.address")
    String address = "";

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            descriptionKey = "watch.webhook.secret-file")
    @Nullable Path secret;

    TellByWebhook(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var outcome =
                doors.door(Watch.class)
                        .setWebhook(
                                doors.actor(),
                                RequestId.fresh(),
                                new HookReach(address),
                                SecretOf.file("--secret-file", secret));
        return switch (outcome) {
            case Watch.ReachOutcome.Kept(var reach) ->
                    Answer.done(Map.of("reach", reach), session.text("cli.watch.kept"));
            case Watch.ReachOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
