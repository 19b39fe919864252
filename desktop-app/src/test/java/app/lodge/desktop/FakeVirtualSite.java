package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.Crowd;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.core.virtualsite.Injected;
import app.lodge.core.virtualsite.VirtualSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Four virtual devices, one of them in trouble, and whatever crowd is sent, in the middle of its lunch.
final class FakeVirtualSite implements VirtualSite {

    private static final String PAID = "paid";

    final List<Act> acts = new ArrayList<>();
    final List<Crowd.Steer> steers = new ArrayList<>();
    private Optional<Crowd> sent = Optional.empty();

    @Override
    public boolean open(Actor actor) {
        return true;
    }

    @Override
    public List<Standing> devices(Actor actor) {
        return List.of(
                new Standing("virtual-kiosk-1", DeviceKind.KIOSK, true, 0, List.of()),
                new Standing("virtual-lockers-1", DeviceKind.LOCKER_CABINET, true, 0, List.of()),
                new Standing("virtual-till-1", DeviceKind.PAYMENT_POINT, true, 0, List.of()),
                new Standing(
                        "virtual-till-2",
                        DeviceKind.PAYMENT_POINT,
                        true,
                        3,
                        List.of(Injected.LOST, Injected.DRIFTED)),
                new Standing(
                        "virtual-till-3",
                        DeviceKind.PAYMENT_POINT,
                        false,
                        12,
                        List.of(Injected.CUT)));
    }

    @Override
    public AddOutcome add(
            Actor actor, RequestId request, DeviceKind kind, int count, String place) {
        return new AddOutcome.Added(
                IntStream.range(0, count).mapToObj(number -> "virtual-till-9" + number).toList());
    }

    @Override
    public int stop(Actor actor) {
        return 4;
    }

    @Override
    public ActOutcome act(Actor actor, RequestId request, String device, Act act) {
        acts.add(act);
        return new ActOutcome.Done(act instanceof Act.Tap ? PAID : "done");
    }

    @Override
    public CrowdOutcome send(Actor actor, RequestId request, Crowd crowd) {
        sent = Optional.of(crowd);
        return new CrowdOutcome.Coming(3);
    }

    @Override
    public Optional<CrowdPicture> crowd(Actor actor) {
        return sent.map(FakeVirtualSite::picture);
    }

    @Override
    public void steer(Actor actor, Crowd.Steer steer) {
        steers.add(steer);
    }

    @Override
    public List<Comparison> compare(Actor actor) {
        return List.of();
    }

    private static CrowdPicture picture(Crowd crowd) {
        return new CrowdPicture(
                crowd,
                CrowdPicture.State.COMING,
                crowd.speed(),
                Duration.ofMinutes(34),
                612,
                2,
                590,
                20,
                Money.of(289_430, "EUR"),
                Map.of("INSUFFICIENT", 14, "BLOCKED_MEDIUM", 6),
                IntStream.range(0, CrowdPicture.PARTS)
                        .mapToObj(part -> 60 - 3 * Math.abs(part - 15))
                        .toList(),
                List.of(
                        new CrowdPicture.Till("virtual-till-1", 1, 201, 4, PAID),
                        new CrowdPicture.Till("virtual-till-2", 1, 196, 7, PAID),
                        new CrowdPicture.Till("virtual-till-3", 0, 193, 9, "OFFLINE")));
    }
}
