package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Aim;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceSetup;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Pushes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Templates and pushes that live in memory: one template, one push that waits, one conflict.
final class FakeTwin implements DeviceTemplates, Pushes {

    private final FakeDevices devices;
    private final List<Template> templates = new ArrayList<>();
    private final List<Push> pushes = new ArrayList<>();

    FakeTwin(FakeDevices devices) {
        this.devices = devices;
        templates.add(
                new Template(
                        1,
                        "Canteen",
                        DeviceKind.PAYMENT_POINT,
                        "canteen",
                        List.of("block"),
                        Map.of("ask.timeout", "3", "display.text", "Guten Appetit"),
                        2,
                        FakePeople.NOW));
        pushes.add(
                new Push(
                        1,
                        Kind.TEMPLATE,
                        "template:1",
                        List.of("ask.timeout", "display.text"),
                        3,
                        2,
                        FakePeople.NOW,
                        null,
                        null));
    }

    @Override
    public List<Template> list(Actor actor) {
        return List.copyOf(templates);
    }

    @Override
    public MakeOutcome make(Actor actor, RequestId request, Draft draft) {
        var made =
                new Template(
                        templates.size() + 1L,
                        draft.name(),
                        draft.kind(),
                        draft.group(),
                        draft.lists(),
                        draft.settings(),
                        0,
                        FakePeople.NOW);
        templates.add(made);
        return new MakeOutcome.Made(made);
    }

    @Override
    public Devices.AddOutcome add(
            Actor actor,
            RequestId request,
            long template,
            String name,
            String label,
            String place) {
        return devices.add(actor, request, name, DeviceKind.PAYMENT_POINT, label, place);
    }

    @Override
    public List<DeviceSetup> setups(Actor actor) {
        return devices.list(actor).stream()
                .map(view ->
                        new DeviceSetup(
                                view.device().id(),
                                1L,
                                "Canteen",
                                "canteen",
                                Set.of("ask.timeout")))
                .toList();
    }

    @Override
    public SetupOutcome follow(
            Actor actor, RequestId request, DeviceId device, @Nullable Long template) {
        return new SetupOutcome.Rejected(List.of());
    }

    @Override
    public SetupOutcome followAgain(
            Actor actor, RequestId request, DeviceId device, String setting) {
        return new SetupOutcome.Rejected(List.of());
    }

    @Override
    public SetupOutcome putInGroup(Actor actor, RequestId request, DeviceId device, String group) {
        return new SetupOutcome.Rejected(List.of());
    }

    @Override
    public PreviewOutcome preview(Actor actor, Aim aim, Map<String, String> changes) {
        return new PreviewOutcome.Shown(preview(actor));
    }

    @Override
    public PreviewOutcome previewUndo(Actor actor, long push) {
        return new PreviewOutcome.Shown(preview(actor));
    }

    private Preview preview(Actor actor) {
        var all = devices.list(actor);
        var first = all.getFirst().device();
        return new Preview(
                List.of(change(first)),
                List.of(
                        new Left(
                                first.id(),
                                first.name(),
                                first.label(),
                                "display.text",
                                Untouched.OWN)),
                "seen");
    }

    private static Change change(Device device) {
        return new Change(device.id(), device.name(), device.label(), "ask.timeout", "3", "5");
    }

    @Override
    public PushOutcome push(
            Actor actor, RequestId request, Aim aim, Map<String, String> changes, String seen) {
        return sent(Kind.PUSH, aim.code(), null);
    }

    @Override
    public PushOutcome undo(Actor actor, RequestId request, long push, String seen) {
        return sent(Kind.UNDO, "template:1", push);
    }

    private PushOutcome sent(Kind kind, String aim, @Nullable Long undoes) {
        var push =
                new Push(
                        pushes.size() + 1L,
                        kind,
                        aim,
                        List.of("ask.timeout"),
                        1,
                        0,
                        FakePeople.NOW,
                        undoes,
                        null);
        pushes.addFirst(push);
        return new PushOutcome.Pushed(push);
    }

    @Override
    public List<Push> list(Actor actor, int limit) {
        return List.copyOf(pushes);
    }

    @Override
    public List<Sent> sent(Actor actor, long push) {
        return devices.list(actor).stream()
                .map(view -> new Sent(change(view.device()), 2, view.online()))
                .toList();
    }

    @Override
    public List<Conflict> conflicts(Actor actor) {
        var device = devices.list(actor).getFirst().device();
        Instant at = FakePeople.NOW;
        return List.of(
                new Conflict(
                        1,
                        device.id(),
                        device.label(),
                        "ask.timeout",
                        "5",
                        at.minusSeconds(300),
                        "7",
                        at,
                        Winner.PANEL,
                        null));
    }

    @Override
    public Optional<Conflict> seen(Actor actor, RequestId request, long conflict) {
        return conflicts(actor).stream().findFirst();
    }
}
