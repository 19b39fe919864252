package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.settings.Settings;
import app.lodge.core.watch.Provision;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.Watch.ProvisionOutcome;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge watch provision put`: a licence or the credit of a SIM card, entered or changed (ID-49).
@Command(name = "put")
final class PutProvision extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "watch.provision.name")
    String name = "";

    @Option(names = "--id", paramLabel = "NUMBER", descriptionKey = "watch.provision.id")
    int id;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "watch.provision.kind")
    String kind = "";

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "watch.provision.until")
    String until = "";

    @Option(names = "--left", paramLabel = "AMOUNT", descriptionKey = "watch.provision.left")
    String left = "";

    @Option(names = "--wanted", paramLabel = "AMOUNT", descriptionKey = "watch.provision.wanted")
    String wanted = "";

    PutProvision(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var what = Values.choice("--kind", kind, Provision.Kind.class);
        var day = until.isEmpty() ? null : Values.day("--until", until);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var outcome =
                doors.door(Watch.class)
                        .putProvision(
                                doors.actor(),
                                RequestId.fresh(),
                                new Provision(
                                        id,
                                        what,
                                        name.strip(),
                                        day,
                                        minor("--left", left, currency),
                                        minor("--wanted", wanted, currency),
                                        Instant.EPOCH));
        return switch (outcome) {
            case ProvisionOutcome.Kept(var kept) ->
                    Answer.done(
                            Map.of("provision", kept),
                            session.text("cli.watch.provision-kept", kept.id(), kept.name()));
            case ProvisionOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static long minor(String field, String typed, Currency currency) {
        return typed.isEmpty() ? 0 : Values.amountOrZero(field, typed, currency).minor();
    }
}
