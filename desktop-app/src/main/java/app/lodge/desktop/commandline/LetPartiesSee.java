package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.watch.parties.Parties;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Sight;
import app.lodge.core.watch.parties.Sights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge watch party see`: what a kind of party may see (SAFE-32).
@Command(name = "see")
final class LetPartiesSee extends DoorCommand {

    @Parameters(paramLabel = "KIND", descriptionKey = "watch.party.kind")
    String kind = "";

    @Option(names = "--only", paramLabel = "WHAT", split = ",", descriptionKey = "watch.party.only")
    List<String> only = new ArrayList<>();

    LetPartiesSee(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var of = Values.choice("KIND", kind, PartyKind.class);
        var seen = EnumSet.noneOf(Sight.class);
        only.forEach(what -> seen.add(Values.choice("--only", what, Sight.class)));
        doors.door(Parties.class).see(doors.actor(), RequestId.fresh(), of, seen);
        var now = new Sights(of, seen);
        return Answer.done(Map.of("sights", now), ListParties.line(now));
    }
}
