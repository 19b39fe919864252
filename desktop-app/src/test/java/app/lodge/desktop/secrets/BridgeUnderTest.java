package app.lodge.desktop.secrets;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.site.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// A bridge in a process of its own.
final class BridgeUnderTest {

    /// Holds on purpose what the search must find, lest it find nothing because it does not search.
    private static final byte[] CANARY = {
        0x43, 0x11, 0x7E, 0x5A, 0x02, 0x19, 0x6F, 0x33, 0x48, 0x2D, 0x71, 0x0C, 0x5E, 0x64, 0x1B,
        0x29
    };

    private BridgeUnderTest() {}

    static byte[] canary() {
        return CANARY.clone();
    }

    public static void main(String[] arguments) throws Exception {
        var order =
                new BridgeOrder(
                        new Home(Path.of(arguments[0])), Clock.systemUTC(), new KdfCost(64, 1, 1));
        try (var bridge = Bridge.start(order)) {
            if (!bridge.awaitField(Duration.ofSeconds(60))) {
                throw new IllegalStateException("The field network did not start");
            }
            Watched.serve(
                    "up",
                    words -> {
                        throw new IllegalArgumentException(words[0]);
                    });
        }
    }
}
