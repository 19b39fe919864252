package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.ContactKeys.AtStation;
import app.lodge.core.media.ContactKeys.StationsOutcome;
import app.lodge.core.media.KeyNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge key stations`: the stations of a key, present and past; with names, sets the present ones
/// (KEY-05).
@Command(name = "stations")
final class KeyStations extends DoorCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "key.number")
    String number = "";

    @Option(names = "--at", paramLabel = "STATION", descriptionKey = "key.stations.at")
    List<String> at = new ArrayList<>();

    @Option(names = "--none", descriptionKey = "key.stations.none")
    boolean none;

    KeyStations(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var key =
                KeyNumber.of(number)
                        .orElseThrow(() ->
                                new WrongUsage(
                                        "contact-key.number-range",
                                        Values.shown(number),
                                        KeyNumber.HIGHEST));
        var keys = doors.door(ContactKeys.class);
        if (at.isEmpty() && !none) {
            return said(keys.stations(doors.actor(), key));
        }
        var wanted = none ? Set.<String>of() : new TreeSet<>(at);
        var seen = present(keys, doors, key);
        return switch (keys.serve(doors.actor(), RequestId.fresh(), key, wanted, seen)) {
            case StationsOutcome.Serving(var all) -> said(all);
            case StationsOutcome.Overtaken(var now) ->
                    Answer.refused(
                            "cli.key.stations-overtaken", key.shown(), String.join(", ", now));
            case StationsOutcome.NoSuchKey(var unknown) ->
                    Answer.refused("cli.key.no-such-number", unknown.shown());
            case StationsOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static Set<String> present(ContactKeys keys, Doors doors, KeyNumber number) {
        var held = keys.find(doors.actor(), number).map(key -> key.medium().id());
        return keys.stations(doors.actor(), number).stream()
                .filter(one -> one.until() == null && held.filter(one.key()::equals).isPresent())
                .map(AtStation::station)
                .collect(Collectors.toSet());
    }

    private Answer said(List<AtStation> stations) {
        return new Answer.Done(
                Map.of("stations", stations),
                stations.stream()
                        .map(one -> {
                            var until = one.until();
                            return until == null
                                    ? session.text(
                                            "cli.key.at-station",
                                            one.station(),
                                            one.since().toString())
                                    : session.text(
                                            "cli.key.was-at-station",
                                            one.station(),
                                            one.since().toString(),
                                            until.toString());
                        })
                        .toList());
    }
}
