package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.watch.parties.Parties;
import app.lodge.core.watch.parties.Party;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Stand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge watch party put`: a new party, or another form of one (SAFE-32).
@Command(name = "put")
final class PutParty extends DoorCommand {

    private static final String ALL = "all";

    @Parameters(paramLabel = "NAME", descriptionKey = "watch.party.name")
    String name = "";

    @Option(names = "--id", paramLabel = "PARTY", descriptionKey = "watch.party.id")
    int id;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "watch.party.kind")
    String kind = "";

    @Option(names = "--written-in", paramLabel = "TAG", descriptionKey = "watch.party.language")
    String language = "en";

    @Option(names = "--mail", paramLabel = "ADDRESS", descriptionKey = "watch.party.mail")
    String mail = "";

    @Option(names = "--webhook", paramLabel = "ADDRESS", descriptionKey = "watch.party.webhook")
    String webhook = "";

    @Option(names = "--secret-file", paramLabel = "FILE", descriptionKey = "watch.party.secret")
    @Nullable Path secret;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            split = ",",
            descriptionKey = "watch.party.device")
    List<String> devices = new ArrayList<>();

    @Option(
            names = "--devices",
            paramLabel = "KIND[:PLACE]",
            descriptionKey = "watch.party.devices")
    List<String> groups = new ArrayList<>();

    PutParty(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var of = Values.choice("--kind", kind, PartyKind.class);
        var tag = Values.language("--written-in", language);
        var stands = new ArrayList<Stand>();
        groups.forEach(typed -> stands.add(group(typed)));
        for (var device : devices) {
            stands.add(one(doors, device));
        }
        var wanted = new Party(id, name.strip(), of, tag, mail.strip(), webhook.strip(), stands);
        var outcome =
                doors.door(Parties.class)
                        .put(
                                doors.actor(),
                                RequestId.fresh(),
                                wanted,
                                SecretOf.file("--secret-file", secret));
        return switch (outcome) {
            case Parties.Outcome.Kept(var party) ->
                    Answer.done(
                            Map.of("party", party),
                            session.text("cli.watch.party-kept", party.id(), party.name()));
            case Parties.Outcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static Stand group(String typed) {
        var colon = typed.indexOf(':');
        var kind = colon < 0 ? typed : typed.substring(0, colon);
        return new Stand(
                0,
                kind.equals(ALL) ? null : Values.choice("--devices", kind, DeviceKind.class),
                colon < 0 ? "" : typed.substring(colon + 1).strip());
    }

    private static Stand one(Doors doors, String device) {
        return doors.door(Devices.class)
                .named(doors.actor(), device)
                .map(found -> new Stand(found.device().id().number(), null, ""))
                .orElseThrow(() -> new WrongUsage("cli.watch.party-device", Values.shown(device)));
    }
}
