package app.lodge.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.work.Progress;
import app.lodge.desktop.signin.SiteStarter.SiteLink;
import app.lodge.desktop.signin.SiteStarter.StartStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bridge is asked before the window stands, and the answer is only taken for what it was worth.
class LocalSiteTest {

    private static final KdfCost CHEAP = new KdfCost(8, 1, 1);
    private static final String PASSWORD = "correct horse battery staple";

    @TempDir Path folder;

    private final List<StartStep> told = new ArrayList<>();

    private final Progress<StartStep> steps =
            new Progress<>() {
                @Override
                public void at(StartStep step) {
                    told.add(step);
                }

                @Override
                public boolean stopRequested() {
                    return false;
                }

                @Override
                public Watch onStop(Runnable wake) {
                    return () -> {};
                }
            };

    @BeforeEach
    void aSite() throws Exception {
        Site.create(
                new Home(folder),
                SiteSettings.of("Test", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "clara",
                PASSWORD.toCharArray(),
                Clock.systemUTC(),
                CHEAP);
    }

    private Bridge bridge() throws Exception {
        return Bridge.start(new BridgeOrder(new Home(folder), Clock.systemUTC(), CHEAP));
    }

    private LocalSite ahead() {
        return LocalSite.at(
                        folder,
                        "desk-1",
                        () -> {
                            throw new AssertionError("Nobody asks for a demo");
                        })
                .ahead();
    }

    private void signsIn(SiteLink link) {
        assertThat(link.signIn("clara", PASSWORD.toCharArray()))
                .isInstanceOf(SignInOutcome.SignedIn.class);
        link.signOut();
    }

    @Test
    void whoAskedAheadIsLedToTheBridgeThatAnswered() throws Exception {
        try (var _ = bridge()) {
            var site = ahead();
            signsIn(site.connect(steps));
            signsIn(site.connect(steps));
        }
        assertThat(told).containsOnly(StartStep.CONNECTING);
    }

    @Test
    void aBridgeThatCameBackElsewhereMeanwhileIsFound() throws Exception {
        LocalSite site;
        var first = bridge();
        try (first) {
            site = ahead();
            assertThat(site.connect(steps)).isNotNull();
            site = ahead();
        }
        try (var second = bridge()) {
            assertThat(second.connection()).isNotEqualTo(first.connection());
            signsIn(site.connect(steps));
        }
    }

    @Test
    void whatCouldNotBeAskedAheadIsAskedAgain() throws Exception {
        Files.writeString(folder.resolve("bridge.json"), "{ half");
        var site = ahead();
        try (var _ = bridge()) {
            signsIn(site.connect(steps));
        }
        assertThat(told).containsOnly(StartStep.CONNECTING);
    }
}
