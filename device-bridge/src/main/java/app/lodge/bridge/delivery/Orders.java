package app.lodge.bridge.delivery;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.devices.FieldDevice;
import java.util.Map;

/// What staff ordered, on its way to the device, and its answer back (SAFE-64). An order may be sent twice;
/// the device carries it out once.
public final class Orders {

    private static final String PREFIX = "order-";

    private final FieldAccess access;

    public Orders(FieldAccess access) {
        this.access = access;
    }

    /// Sends what waits and has not expired.
    public void push(FieldLink link, FieldDevice device) {
        for (var order : access.waiting(device.id())) {
            link.push(
                    device.name(),
                    Topics.COMMAND,
                    new Down.Command(
                            PREFIX + order.number(), order.verb(), Map.of(), order.expires()));
        }
    }

    /// Answers to what the bridge itself asked for, such as `resend`, are not kept.
    public void answered(FieldDevice device, Up.Result result) {
        var number = result.id().startsWith(PREFIX) ? result.id().substring(PREFIX.length()) : "";
        if (number.matches("[0-9]{1,18}")) {
            access.carried(
                    Actor.device(device.id().number(), device.name()),
                    device.id(),
                    Long.parseLong(number),
                    result.ok(),
                    result.detail());
        }
    }
}
