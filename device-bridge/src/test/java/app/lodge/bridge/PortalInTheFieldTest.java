package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualPortal;
import app.lodge.core.devices.DeviceKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A virtual portal joins like any device and is answered over the real broker.
@Tag("ID-22")
final class PortalInTheFieldTest {

    @Test
    void aPortalIsAnsweredAndSaysWhenNobodyAnswers(@TempDir Path folder) throws Exception {
        try (var site = new TestBridge(folder);
                var portal = site.join(VirtualPortal.class, "portal-1", DeviceKind.PORTAL)) {
            var wrong =
                    portal.say(
                                    "sign-in",
                                    Map.of("email", "a@example.org", "secret", "long enough x"))
                            .orElseThrow();
            assertThat(wrong.path("ok").asBoolean()).isFalse();
            assertThat(wrong.path("why").asText()).isEqualTo("WRONG_SECRET");
            assertThat(
                            portal.say("see", Map.of("token", "nobody's"))
                                    .orElseThrow()
                                    .path("why")
                                    .asText())
                    .isEqualTo("NOT_SIGNED_IN");
            assertThat(portal.say("x-unheard-of", Map.of()).orElseThrow().path("why").asText())
                    .isEqualTo("UNKNOWN_KIND");
            portal.goOffline();
            TestBridge.eventually(() -> !portal.connected());
            assertThat(portal.say("see", Map.of())).isEmpty();
        }
    }
}
