package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Watch.Message.State;
import app.lodge.core.watch.parties.Parties;
import app.lodge.core.watch.parties.Party;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Sight;
import app.lodge.core.watch.parties.Sights;
import app.lodge.core.watch.parties.Stand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Four parties in memory, with what Lodge ships.
final class FakeParties implements Parties {

    final List<Party> all =
            new ArrayList<>(
                    List.of(
                            party(
                                    1,
                                    "Autohof Süd GmbH",
                                    PartyKind.CLIENT,
                                    "de",
                                    new Stand(0, null, "Shop 1")),
                            party(
                                    2,
                                    "First Bank",
                                    PartyKind.BANK,
                                    "en",
                                    new Stand(0, DeviceKind.SAFE, "")),
                            party(
                                    3,
                                    "Cash carriers",
                                    PartyKind.CIT,
                                    "hr",
                                    new Stand(0, DeviceKind.SAFE, ""),
                                    new Stand(0, DeviceKind.KIOSK, "Canteen")),
                            party(4, "Fixers", PartyKind.SERVICE, "en", new Stand(4, null, ""))));
    final List<Sights> sights =
            new ArrayList<>(
                    List.of(
                            new Sights(PartyKind.CLIENT, Set.of(Sight.values())),
                            new Sights(PartyKind.BANK, Set.of(Sight.TOTALS)),
                            new Sights(PartyKind.CIT, Set.of(Sight.PLACE, Sight.FILL)),
                            new Sights(
                                    PartyKind.SERVICE,
                                    Set.of(Sight.PLACE, Sight.FAULT, Sight.VERSIONS)),
                            new Sights(PartyKind.OTHER, Set.of())));

    private static Party party(
            long id, String name, PartyKind kind, String language, Stand... stands) {
        return new Party(
                id, name, kind, language, "party" + id + "@example.org", "", List.of(stands));
    }

    @Override
    public List<Party> all(Actor actor) {
        return List.copyOf(all);
    }

    @Override
    public Outcome put(Actor actor, RequestId request, Party party, @Nullable String secret) {
        if (party.name().isBlank()) {
            return new Outcome.Rejected(
                    List.of(Problem.of("name", party.name(), "parties.no-name")));
        }
        var kept =
                new Party(
                        party.id() == 0 ? all.size() + 1 : party.id(),
                        party.name(),
                        party.kind(),
                        party.language(),
                        party.mail(),
                        party.webhook(),
                        party.stands());
        all.removeIf(one -> one.id() == kept.id());
        all.add(kept);
        return new Outcome.Kept(kept);
    }

    @Override
    public boolean remove(Actor actor, RequestId request, long party) {
        return all.removeIf(one -> one.id() == party);
    }

    @Override
    public List<Sights> sights(Actor actor) {
        return List.copyOf(sights);
    }

    @Override
    public void see(Actor actor, RequestId request, PartyKind kind, Set<Sight> seen) {
        sights.replaceAll(one -> one.kind() == kind ? new Sights(kind, seen) : one);
    }

    @Override
    public List<Told> told(Actor actor, long alert) {
        return List.of(new Told("Cash carriers", PartyKind.CIT, Channel.MAIL, State.SENT, 1, ""));
    }
}
