package app.lodge.core.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Fact;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.journal.Journal;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same doors, called over TLS.
final class FarDoorsTest {

    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Actor ANYONE = new Actor(0, "whoever", Role.SYSTEM, "not sent");

    @TempDir Path folder;
    private Site site;
    private DoorServer server;
    private TestCertificate certificate;
    private RemoteDoors far;

    @BeforeEach
    void start() throws Exception {
        var home = new Home(folder.resolve("home"));
        var settings =
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "de");
        Site.create(
                home,
                settings,
                "chief",
                "correct horse".toCharArray(),
                InstantSource.system(),
                CHEAP);
        site = Site.open(home, InstantSource.system(), CHEAP);
        site.operators()
                .add(
                        Actor.system("t"),
                        RequestId.fresh(),
                        "eve",
                        Role.AUDITOR,
                        "correct horse".toCharArray());
        certificate = TestCertificate.fresh();
        server = serve(0);
        far = new RemoteDoors(connection(server.port(), certificate));
    }

    @AfterEach
    void stop() {
        far.close();
        server.close();
        site.close();
    }

    @Test
    void whoIsNotSignedInIsSentToTheDoor() {
        var settings = far.door(Settings.class);
        assertThatThrownBy(() -> settings.site(ANYONE)).isInstanceOf(SignInNeeded.class);
        assertThat(far.signIn("chief", "wrong".toCharArray(), "desk"))
                .isInstanceOf(SignInOutcome.Wrong.class);
        assertThatThrownBy(() -> settings.site(ANYONE)).isInstanceOf(SignInNeeded.class);
    }

    @Test
    void aDoorAnswersAsIfItWereNear() {
        signIn("chief");
        assertThat(far.door(Settings.class).site(ANYONE)).isEqualTo(site.settings().site(ANYONE));
        assertThat(far.door(Journal.class).page(ANYONE, Journal.Filter.all(), null, 10).rows())
                .isNotEmpty()
                .isEqualTo(
                        site.journal()
                                .page(Actor.system("t"), Journal.Filter.all(), null, 10)
                                .rows());
        assertThat(far.door(Journal.class).verify(ANYONE))
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void theSessionSaysWhoActsWhateverTheCallerClaims() {
        signIn("eve");
        assertThatThrownBy(() -> far.door(Operators.class).list(ANYONE))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aDeactivatedOperatorsSessionEndsAtOnce() {
        signIn("eve");
        far.door(Settings.class).site(ANYONE);
        site.operators().deactivate(Actor.system("t"), RequestId.fresh(), 2);
        assertThatThrownBy(() -> far.door(Settings.class).site(ANYONE))
                .isInstanceOf(SignInNeeded.class);
    }

    @Test
    void aListenerHearsWhatIsCommitted() throws Exception {
        signIn("chief");
        var journal = far.door(Journal.class);
        var head = journal.head(ANYONE).number();
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = waiting.submit(() -> journal.facts(ANYONE, head, Duration.ofSeconds(20)));
            site.books()
                    .write(
                            Actor.system("t"),
                            tx -> tx.journal("note.written", "note:1", java.util.Map.of()));
            assertThat(heard.get()).extracting(Fact::kind).isEqualTo(List.of("note.written"));
        }
    }

    @Test
    void theDesktopGoesOnAfterTheBridgeWasStartedAgain() throws Exception {
        signIn("chief");
        var port = server.port();
        server.close();
        var settings = far.door(Settings.class);
        assertThatThrownBy(() -> settings.site(ANYONE)).isInstanceOf(BridgeAway.class);
        server = serve(port);
        assertThat(settings.site(ANYONE).name()).isEqualTo("Hof");
    }

    @Test
    void theDesktopFollowsABridgeThatCameBackAtAnotherPort() throws Exception {
        var announced = new AtomicReference<>(connection(server.port(), certificate));
        try (var following = new RemoteDoors(announced.get(), () -> Optional.of(announced.get()))) {
            following.signIn("chief", "correct horse".toCharArray(), "desk");
            var settings = following.door(Settings.class);
            var old = server;
            server = serve(0);
            old.close();
            assertThatThrownBy(() -> settings.site(ANYONE)).isInstanceOf(BridgeAway.class);
            announced.set(connection(server.port(), certificate));
            assertThat(settings.site(ANYONE).name()).isEqualTo("Hof");
            assertThat(following.connection()).isEqualTo(announced.get());
        }
    }

    @Test
    void anyOperatorMayListenFromNowOn() throws Exception {
        site.operators()
                .add(
                        Actor.system("t"),
                        RequestId.fresh(),
                        "carl",
                        Role.CLERK,
                        "correct horse".toCharArray());
        signIn("carl");
        var journal = far.door(Journal.class);
        assertThatThrownBy(() -> journal.page(ANYONE, Journal.Filter.all(), null, 10))
                .isInstanceOf(NotPermitted.class);
        assertThat(journal.facts(ANYONE, journal.head(ANYONE).number() - 1, Duration.ofSeconds(5)))
                .isNotEmpty();
    }

    @Test
    void anotherCertificateIsNotTrusted() throws Exception {
        try (var stranger = new RemoteDoors(connection(server.port(), TestCertificate.fresh()))) {
            assertThatThrownBy(
                            () -> stranger.signIn("chief", "correct horse".toCharArray(), "desk"))
                    .isInstanceOf(BridgeAway.class);
        }
    }

    private void signIn(String name) {
        assertThat(far.signIn(name, "correct horse".toCharArray(), "desk"))
                .isInstanceOf(SignInOutcome.SignedIn.class);
    }

    private DoorServer serve(int port) throws Exception {
        var sessions =
                new Sessions(bytes -> site.vault().index("session", bytes), InstantSource.system());
        var started =
                new DoorServer(
                                new InetSocketAddress("127.0.0.1", port),
                                certificate.context(),
                                site.operators(),
                                sessions)
                        .offer(Settings.class, site.settings())
                        .offer(Journal.class, site.journal())
                        .offer(Operators.class, site.operators());
        started.start();
        return started;
    }

    private static Connection connection(int port, TestCertificate certificate) throws Exception {
        return new Connection("127.0.0.1", port, certificate.pem(), 0, 0, 0);
    }
}
