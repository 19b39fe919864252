package app.lodge.bridge.conformance;

import java.time.Duration;

/// How long the kit waits.
///
/// @param answer for what a device does by itself at once
/// @param again for what it does every few seconds: sending again, connecting again
/// @param quiet in which something forbidden would have happened
/// @param hands for somebody to hold a medium to the device
public record Patience(Duration answer, Duration again, Duration quiet, Duration hands) {

    public static final Patience USUAL =
            new Patience(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(60));
}
