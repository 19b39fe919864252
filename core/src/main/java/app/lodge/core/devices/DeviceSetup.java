package app.lodge.core.devices;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a device is set up: whom it follows, and with whom it is rolled out (SAFE-49).
///
/// @param template that it follows; null for none
/// @param templateName empty for none
/// @param group of roll-outs; empty for none
/// @param own settings that a change of the template does not reach
public record DeviceSetup(
        DeviceId device,
        @Nullable Long template,
        String templateName,
        String group,
        Set<String> own) {

    public DeviceSetup {
        own = Set.copyOf(own);
    }

    static DeviceSetup none(DeviceId device) {
        return new DeviceSetup(device, null, "", "", Set.of());
    }
}
