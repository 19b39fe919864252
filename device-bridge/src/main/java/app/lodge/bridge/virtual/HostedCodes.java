package app.lodge.bridge.virtual;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.AddOutcome.Added;

/// The codes with which virtual devices join, asked for as a clerk asks for them.
final class HostedCodes {

    private final Devices devices;

    HostedCodes(Devices devices) {
        this.devices = devices;
    }

    /// Devices of an earlier run are known; the code is used only by those that never joined.
    String code(Actor actor, RequestId request, String name, DeviceKind kind, String place) {
        var known = devices.named(actor, name).orElse(null);
        var own = new RequestId(shortened(request.value() + "-" + name));
        if (known == null) {
            return devices.add(actor, own, name, kind, name, place) instanceof Added added
                    ? added.code().code()
                    : "";
        }
        return known.device().joined()
                ? ""
                : devices.renewJoinCode(actor, own, known.device().id())
                        .map(Devices.JoinCode::code)
                        .orElse("");
    }

    private static String shortened(String id) {
        return id.length() > 64 ? id.substring(id.length() - 64) : id;
    }
}
