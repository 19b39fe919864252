package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.kiosks.Emptying;
import app.lodge.core.kiosks.Emptying.Counted;
import app.lodge.core.kiosks.Emptying.Told;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.KioskRules;
import app.lodge.core.kiosks.Kiosks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A kiosk, a phone, a bag to count and one that was two euros short.
final class FakeKiosks implements Kiosks {

    private final List<Emptying> emptyings = new ArrayList<>();
    private KioskRules rules = KioskRules.STANDARD;

    FakeKiosks() {
        emptyings.add(emptying(3, 8, "S-1044", 84_550, null, 2));
        emptyings.add(emptying(2, 9, "slip-17", 12_300, 12_300L, 26));
        emptyings.add(emptying(1, 8, "S-1043", 61_200, 61_000L, 50));
    }

    private static Emptying emptying(
            long number,
            long device,
            String seal,
            long told,
            @Nullable Long counted,
            int hoursAgo) {
        var at = FakePeople.NOW.minus(Duration.ofHours(hoursAgo));
        return new Emptying(
                number,
                new DeviceId(device),
                device == 8 ? "kiosk-foyer" : "phone-kiosk",
                device == 8 ? "Kiosk in the foyer" : "School shop",
                FakeAccounts.euro(0).currency(),
                seal,
                Optional.of(new Told(at, "0001001-01", FakeAccounts.euro(told), List.of())),
                counted == null
                        ? Optional.empty()
                        : Optional.of(
                                new Counted(
                                        at.plusSeconds(3_600),
                                        "ana",
                                        FakeAccounts.euro(counted),
                                        List.of())),
                counted != null && counted != told
                        ? Optional.of(DifferenceCause.COUNTERFEIT)
                        : Optional.empty(),
                "");
    }

    @Override
    public List<Kiosk> list(Actor actor) {
        var pieces = Map.of(2_000L, 31L, 1_000L, 18L, 500L, 44L, 200L, 60L, 100L, 87L, 50L, 110L);
        var lines =
                Denomination.of(FakeAccounts.euro(0).currency()).stream()
                        .filter(one -> pieces.containsKey(one.minor()))
                        .map(one -> new Kiosk.Line(one, pieces.getOrDefault(one.minor(), 0L)))
                        .toList();
        var sum = lines.stream().mapToLong(one -> one.denomination().minor() * one.pieces()).sum();
        return List.of(
                new Kiosk(
                        new DeviceId(8),
                        "kiosk-foyer",
                        "Kiosk in the foyer",
                        DeviceKind.KIOSK,
                        FakeAccounts.euro(sum),
                        lines,
                        List.of(new Level("coins", 257, 800), new Level("notes", 93, 500)),
                        FakeAccounts.euro(84_550),
                        FakeAccounts.euro(-200),
                        Optional.of(emptyings.getFirst())),
                new Kiosk(
                        new DeviceId(9),
                        "phone-kiosk",
                        "School shop",
                        DeviceKind.PHONE,
                        FakeAccounts.euro(4_820),
                        List.of(),
                        List.of(),
                        FakeAccounts.euro(0),
                        FakeAccounts.euro(0),
                        Optional.of(emptyings.get(1))));
    }

    @Override
    public List<Emptying> emptyings(Actor actor, Which which, int limit) {
        return emptyings.stream()
                .filter(one -> which == Which.ALL || one.counted().isEmpty())
                .toList();
    }

    @Override
    public List<Emptying> between(Actor actor, Instant from, Instant until) {
        return emptyings;
    }

    @Override
    public CountOutcome count(Actor actor, RequestId request, Counting order) {
        var bag = bag(actor, order.device(), order.seal()).orElse(null);
        if (bag == null) {
            return new CountOutcome.Rejected(
                    List.of(Problem.of("seal", order.seal(), "kiosks.seal-form")));
        }
        var told = bag.told().orElseThrow().amount();
        if (order.cause() == null && !told.equals(order.count().total())) {
            return new CountOutcome.Unexplained(told, order.count().total());
        }
        var counted = counted(bag, order.count());
        emptyings.set(emptyings.indexOf(bag), counted);
        return new CountOutcome.Done(counted);
    }

    private static Emptying counted(Emptying bag, Count count) {
        return new Emptying(
                bag.number(),
                bag.deviceId(),
                bag.device(),
                bag.label(),
                bag.currency(),
                bag.seal(),
                bag.told(),
                Optional.of(new Counted(FakePeople.NOW, "ana", count.total(), count.lines())),
                Optional.of(DifferenceCause.UNKNOWN),
                "");
    }

    @Override
    public KioskRules rules(Actor actor) {
        return rules;
    }

    @Override
    public List<Problem> changeRules(Actor actor, RequestId request, KioskRules wanted) {
        rules = wanted;
        return List.of();
    }

    @Override
    public Optional<Emptying> bag(Actor actor, DeviceId device, String seal) {
        return emptyings.stream()
                .filter(one -> one.deviceId().equals(device) && one.seal().equals(seal))
                .filter(one -> one.counted().isEmpty())
                .findFirst();
    }
}
