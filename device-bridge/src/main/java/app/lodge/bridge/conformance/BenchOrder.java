package app.lodge.bridge.conformance;

import app.lodge.core.devices.DeviceKind;
import java.nio.file.Path;
import java.time.InstantSource;

/// @param folder for working files and `bridge.json`; its content is left there
/// @param listen address on which the device reaches the kit; not a name
/// @param mqttPort 0 takes a free one; likewise `joinPort`
/// @param currency ISO 4217 code of what a payment point charges in
public record BenchOrder(
        Path folder,
        String listen,
        int mqttPort,
        int joinPort,
        String device,
        DeviceKind kind,
        String currency,
        Patience patience,
        InstantSource clock) {}
