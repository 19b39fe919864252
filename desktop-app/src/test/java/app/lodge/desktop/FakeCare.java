package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.DeviceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders in memory: every device does at once what it is told.
final class FakeCare implements DeviceCare {

    private final List<Command> ordered = new ArrayList<>();

    @Override
    public Optional<Command> order(Actor actor, RequestId request, DeviceId id, Verb verb) {
        var command =
                new Command(
                        ordered.size() + 1L,
                        verb,
                        verb == Verb.UNLOCK ? State.ASKED : State.DONE,
                        "",
                        FakePeople.NOW,
                        FakePeople.NOW.plus(ORDER_LIFE),
                        FakePeople.NOW.plusSeconds(1));
        ordered.addFirst(command);
        return Optional.of(command);
    }

    @Override
    public Confirmation confirm(Actor actor, RequestId request, long command) {
        return Confirmation.YOURSELF;
    }

    @Override
    public List<Command> commands(Actor actor, DeviceId id) {
        return List.copyOf(ordered);
    }

    @Override
    public Revocation revoke(Actor actor, RequestId request, DeviceId id) {
        return Revocation.REVOKED;
    }

    @Override
    public List<Refusal> refusals(Actor actor, int limit) {
        return List.of(
                new Refusal(FakePeople.NOW, Refused.CONNECT, "till-7", "REVOKED"),
                new Refusal(
                        FakePeople.NOW.minus(Duration.ofMinutes(4)),
                        Refused.PUBLISH,
                        "till-2",
                        "lodge/v1/site-1/till-1/up/event"),
                new Refusal(
                        FakePeople.NOW.minus(Duration.ofHours(2)),
                        Refused.JOIN,
                        "till-9",
                        "WRONG_CODE"));
    }
}
