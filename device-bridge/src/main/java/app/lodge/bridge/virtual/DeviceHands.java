package app.lodge.bridge.virtual;

import java.util.List;

/// What somebody does who stands at a virtual device, whatever its kind, or who breaks it.
public final class DeviceHands {

    private final FieldEnd end;

    DeviceHands(FieldEnd end) {
        this.end = end;
    }

    /// Changes a setting at the device's own panel (LOCK-08).
    ///
    /// @return number of the event that tells it
    public long set(String setting, String value) {
        return end.set(setting, value);
    }

    /// What the device holds now; empty for nothing.
    public String setting(String setting) {
        return end.held().setting(setting, "");
    }

    /// Lets the device install what it has fetched (SAFE-53).
    ///
    /// @return whether there was something
    public boolean install() {
        return end.updates().install();
    }

    /// What goes wrong with the next update.
    public void spoil(UpdateFault fault) {
        end.updates().spoil(fault);
    }

    /// Name and version of what it runs.
    public String program() {
        return end.updates().program();
    }

    /// Images and messages that it shows, name and version.
    public List<String> shown() {
        return end.updates().shown();
    }
}
