package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.ContactKey;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Contact key 02524 of person 1, which person 4 had before, at two stations.
final class FakeContactKeys implements ContactKeys {

    private final List<ContactKey> keys =
            List.of(FakeKeys.key(2524, 1), before(FakeKeys.key(2524, 4)));
    private List<AtStation> stations =
            List.of(
                    at(901, "Hauptstrasse 5", 60, 0),
                    at(901, "Seeweg 2", 60, 0),
                    at(904, "Hauptstrasse 5", 400, 60),
                    at(904, "Bahnhofplatz 11", 400, 210));
    private int highest = KeyNumber.HIGHEST;

    private static ContactKey before(ContactKey key) {
        var medium = key.medium();
        var returned =
                new Medium(
                        medium.id(),
                        medium.kind(),
                        medium.holder(),
                        1,
                        MediumState.RETURNED,
                        medium.uid(),
                        medium.chip(),
                        1,
                        null,
                        FakePeople.NOW.minus(Duration.ofDays(60)));
        return new ContactKey(returned, key.number());
    }

    private static AtStation at(long medium, String name, int since, int until) {
        return new AtStation(
                new MediumId(medium),
                name,
                FakePeople.NOW.minus(Duration.ofDays(since)),
                until == 0 ? null : FakePeople.NOW.minus(Duration.ofDays(until)));
    }

    /// Where person 1's key is now.
    List<String> present() {
        return stations.stream()
                .filter(one -> one.until() == null)
                .map(AtStation::station)
                .sorted()
                .toList();
    }

    /// Another clerk, at another desk.
    void alsoAt(String name) {
        var all = new ArrayList<>(stations);
        all.addFirst(at(901, name, 0, 0));
        stations = List.copyOf(all);
    }

    @Override
    public int highest(Actor actor) {
        return highest;
    }

    @Override
    public LimitOutcome limit(Actor actor, RequestId request, int wished) {
        highest = wished;
        return new LimitOutcome.Changed(wished);
    }

    @Override
    public Optional<ContactKey> find(Actor actor, KeyNumber number) {
        return history(actor, number).stream().findFirst();
    }

    @Override
    public Optional<ContactKey> withUid(Actor actor, Uid uid) {
        return keys.stream().filter(key -> uid.equals(key.medium().uid())).findFirst();
    }

    @Override
    public Optional<ContactKey> ofMedium(Actor actor, MediumId id) {
        return keys.stream().filter(key -> key.medium().id().equals(id)).findFirst();
    }

    @Override
    public List<ContactKey> history(Actor actor, KeyNumber number) {
        return keys.stream().filter(key -> key.number().equals(number)).toList();
    }

    @Override
    public List<AtStation> stations(Actor actor, KeyNumber number) {
        return history(actor, number).isEmpty() ? List.of() : stations;
    }

    @Override
    public List<String> stationNames(Actor actor) {
        var names = new TreeSet<>(present());
        names.add("Lindenhof 3");
        return List.copyOf(names);
    }

    @Override
    public StationsOutcome serve(
            Actor actor,
            RequestId request,
            KeyNumber number,
            Set<String> wanted,
            Set<String> seen) {
        var wrong =
                wanted.stream()
                        .filter(name -> name.length() > 60)
                        .map(name -> Problem.of("stations", name, "contact-key.station", 60))
                        .toList();
        if (!wrong.isEmpty()) {
            return new StationsOutcome.Rejected(wrong);
        }
        if (!Set.copyOf(present()).equals(seen)) {
            return new StationsOutcome.Overtaken(present());
        }
        var all = new ArrayList<AtStation>();
        for (var one : stations) {
            boolean ended = one.until() == null && !wanted.contains(one.station());
            all.add(
                    ended
                            ? new AtStation(one.key(), one.station(), one.since(), FakePeople.NOW)
                            : one);
        }
        wanted.stream()
                .filter(name -> !present().contains(name))
                .forEach(name -> all.add(at(901, name, 0, 0)));
        all.sort(Comparator.comparing(AtStation::since).reversed());
        stations = List.copyOf(all);
        return new StationsOutcome.Serving(stations);
    }

    @Override
    public EnrolOutcome enrol(Actor actor, RequestId request, Enrolment enrolment) {
        return new EnrolOutcome.PersonUnknown(enrolment.person());
    }

    @Override
    public ContactKey ready(Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion) {
        throw new UnsupportedOperationException();
    }
}
