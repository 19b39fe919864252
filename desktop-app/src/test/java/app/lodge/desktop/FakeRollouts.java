package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.rollout.DeviceProgress;
import app.lodge.core.rollout.Rollouts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// A roll-out in its second stage, of which one device has failed.
final class FakeRollouts implements Rollouts {

    private static final List<DeviceProgress> STATES =
            List.of(
                    DeviceProgress.INSTALLED,
                    DeviceProgress.DOWNLOADING,
                    DeviceProgress.FAILED,
                    DeviceProgress.WAITING,
                    DeviceProgress.WAITING);

    private final FakeDevices devices;
    private final FakePackages packages;
    private State state = State.RUNNING;

    FakeRollouts(FakeDevices devices, FakePackages packages) {
        this.devices = devices;
        this.packages = packages;
    }

    private List<OnDevice> all(Actor actor) {
        var all = new ArrayList<OnDevice>();
        for (var view : devices.list(actor)) {
            var progress = STATES.get(all.size() % STATES.size());
            all.add(
                    new OnDevice(
                            view.device().id(),
                            view.device().name(),
                            view.device().label(),
                            view.online(),
                            all.isEmpty() ? 1 : 2,
                            progress,
                            524_288,
                            progress == DeviceProgress.FAILED ? "DISK_FULL" : "",
                            "till 2.3",
                            FakePeople.NOW));
        }
        return all;
    }

    private Rollout rollout(Actor actor) {
        var counts = new EnumMap<DeviceProgress, Integer>(DeviceProgress.class);
        all(actor).forEach(one -> counts.merge(one.state(), 1, Integer::sum));
        return new Rollout(
                1,
                packages.list(actor).getFirst(),
                "group:canteen",
                state,
                2,
                3,
                40,
                Install.AT_ONCE,
                FakePeople.NOW,
                null,
                FakePeople.NOW,
                counts);
    }

    @Override
    public PreviewOutcome preview(Actor actor, Order order) {
        return new PreviewOutcome.Shown(all(actor), 2);
    }

    @Override
    public StartOutcome start(Actor actor, RequestId request, Order order) {
        return new StartOutcome.Started(rollout(actor));
    }

    @Override
    public List<Rollout> list(Actor actor) {
        return List.of(rollout(actor));
    }

    @Override
    public Optional<Progress> find(Actor actor, long rollout) {
        return Optional.of(new Progress(rollout(actor), all(actor)));
    }

    @Override
    public ChangeOutcome stop(Actor actor, RequestId request, long rollout) {
        return become(actor, State.STOPPED);
    }

    @Override
    public ChangeOutcome goOn(Actor actor, RequestId request, long rollout) {
        return become(actor, State.RUNNING);
    }

    @Override
    public ChangeOutcome rollBack(Actor actor, RequestId request, long rollout) {
        return become(actor, State.GOING_BACK);
    }

    private ChangeOutcome become(Actor actor, State next) {
        state = next;
        return new ChangeOutcome.Changed(rollout(actor));
    }
}
