package app.lodge.core.devices;

/// Which devices a push or a roll-out is for.
public sealed interface Aim {

    record One(DeviceId device) implements Aim {}

    /// @param name of a roll-out group, as templates and devices name it
    record Group(String name) implements Aim {}

    /// Those that follow a template; a change of settings becomes the template's own.
    record Template(long number) implements Aim {}

    record OfKind(DeviceKind kind) implements Aim {}

    /// As journal and list keep it: `group:canteen`.
    default String code() {
        return switch (this) {
            case One(var device) -> "device:" + device.number();
            case Group(var name) -> "group:" + name;
            case Template(var number) -> "template:" + number;
            case OfKind(var kind) -> "kind:" + kind.name();
        };
    }
}
