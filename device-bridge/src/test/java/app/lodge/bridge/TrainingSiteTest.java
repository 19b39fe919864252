package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.CHEAP;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.bridge.virtual.FarDevices;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.SiteException;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site to train on, with devices of another process on it, and thrown away.
@Tag("ID-49")
class TrainingSiteTest {

    @TempDir Path folder;

    @Test
    void hasPeopleWithCardsWhoPayAtDevicesOfAnotherProcessAndIsThrownAwayWhole() throws Exception {
        var home = folder.resolve("training");
        TrainingSite.found(
                home,
                SiteSettings.of("Training", EUR, ZoneId.of("UTC"), "en"),
                "anna",
                "correct horse battery staple".toCharArray(),
                2,
                InstantSource.system(),
                CHEAP);
        try (var test = new TestBridge(home)) {
            assertThat(test.bridge.virtualSite().open(ADMIN)).isTrue();
            var order =
                    new FarDevices.Order(
                            home, folder.resolve("far"), "far-till", DeviceKind.PAYMENT_POINT, 2);
            try (var far =
                    FarDevices.start(order, test.site().devices(), ADMIN, Clock.systemUTC())) {
                eventually(() -> far.connected() == 2);
                var said = new StringBuilder();
                far.run(
                        new BufferedReader(
                                new StringReader(
                                        "far-till-2 tap %s 1.20\nstatus\nnobody tap\nquit\n"
                                                .formatted(MadeUpHolders.uid(2)))),
                        said);
                assertThat(said.toString().lines())
                        .satisfiesExactly(
                                paid -> assertThat(paid).contains("\"result\":\"paid\""),
                                status -> assertThat(status).contains("\"connected\":2"),
                                wrong -> assertThat(wrong).contains("usage"));
                eventually(() -> far.unacknowledged() == 0);
            }
            assertThatThrownBy(() -> TrainingSite.discard(home)).isInstanceOf(SiteException.class);
        }
        TrainingSite.discard(home);
        assertThat(home).doesNotExist();
    }

    @Test
    void refusesToThrowAwayAnyOtherSite() throws Exception {
        TestBridge.create(folder);
        assertThatThrownBy(() -> TrainingSite.discard(folder)).isInstanceOf(SiteException.class);
        assertThat(folder.resolve("vault.lodge")).exists();
    }
}
