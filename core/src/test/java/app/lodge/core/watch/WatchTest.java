package app.lodge.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceBoard.Fault;
import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceBoard.Presence;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.SyncState;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import app.lodge.core.watch.Reach.HookReach;
import app.lodge.core.watch.Reach.MailReach;
import app.lodge.core.watch.Watch.Message;
import app.lodge.core.watch.Watch.ReachOutcome;
import app.lodge.core.watch.Watch.RuleOutcome;
import app.lodge.core.watch.Watch.TryOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is found becomes one alert, is told once, waits for quiet hours to end, escalates, and ends.
@Tag("ID-49")
class WatchTest {

    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");
    private static final Actor BRIDGE = Actor.system("bridge");

    private final List<DeviceBoard.Row> devices = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<SiteGauges.Uncredited> uncredited = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Instant now = START;
    private boolean down;
    private long disk = 10;
    private Books books;
    private Watch watch;

    @BeforeEach
    void open() {
        books =
                Books.open(
                        new BooksSource.InMemory("watch-" + UUID.randomUUID()),
                        () -> now,
                        new Turned());
        watch = fresh();
        for (var rule : watch.rules(ADMIN)) {
            watch.removeRule(ADMIN, RequestId.fresh(), rule.id());
        }
        assertThat(
                        watch.setMail(
                                ADMIN,
                                RequestId.fresh(),
                                new MailReach(
                                        new MailServer(
                                                "mail.example",
                                                587,
                                                MailSecurity.STARTTLS,
                                                "lodge",
                                                "lodge@example.org"),
                                        List.of("porter@example.org"),
                                        List.of("chief@example.org")),
                                "pass-word"))
                .isInstanceOf(ReachOutcome.Kept.class);
    }

    /// As after a restart: nothing but the books is left.
    private Watch fresh() {
        return Watch.of(
                new WatchParts(
                        books,
                        _ -> List.copyOf(devices),
                        () ->
                                new SiteGauges.Reading(
                                        disk,
                                        100,
                                        Optional.of(0L),
                                        List.of(),
                                        uncredited,
                                        List.copyOf(refused)),
                        null,
                        null,
                        () ->
                                SiteSettings.of(
                                        "Test",
                                        Currency.getInstance("EUR"),
                                        ZoneId.of("UTC"),
                                        "en"),
                        new Turned(),
                        "site-1",
                        Sent::new,
                        _ -> Optional.empty()));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    @Tag("ID-28")
    @Tag("ID-30")
    void moneyTakenByCardAndCreditedToNobodyIsATaskUntilSomebodySaysThatItWasGivenBack() {
        rule(Matter.CARD_REFUSED, 0, 0, null, null, Channel.TASK, Channel.MAIL);
        uncredited.add(new SiteGauges.Uncredited(3, "Kiosk, hall", "K3-17", "12.50 EUR"));
        pass(Duration.ofMinutes(1));
        pass(Duration.ofDays(40));
        assertThat(sent)
                .containsExactly(
                        "site-1-1-1 to [porter@example.org]: [Lodge] Kiosk, hall, 12.50 EUR: money was taken by card and credited to nobody (K3-17). Give it back at the terminal, then acknowledge this.");
        var task = watch.alerts(CLERK, 10).getFirst();
        assertThat(task.waits()).isTrue();
        assertThat(task.subject()).isEqualTo("device:3");
        watch.acknowledge(ADMIN, RequestId.fresh(), task.id());
        uncredited.add(new SiteGauges.Uncredited(3, "Kiosk, hall", "K3-18", "5.00 EUR"));
        pass(Duration.ofMinutes(1));
        watch = fresh();
        pass(Duration.ofMinutes(1));
        assertThat(watch.alerts(CLERK, 10))
                .extracting(Alert::code, Alert::waits)
                .containsExactly(tuple("K3-18", true), tuple("K3-17", false));
        assertThat(watch.alerts(CLERK, 10).getLast().endedAt()).isNotNull();
    }

    @Test
    void aSilentDeviceIsToldOnceHoweverOftenOneLooks() {
        rule(Matter.SILENCE, 15, 0, null, null, Channel.TASK, Channel.MAIL);
        devices.add(row(Presence.OFFLINE, START, List.of(), List.of()));
        assertThat(watch.round(BRIDGE)).isZero();
        pass(Duration.ofMinutes(14));
        assertThat(watch.alerts(CLERK, 10)).isEmpty();
        pass(Duration.ofMinutes(2));
        pass(Duration.ofMinutes(2));
        watch = fresh();
        pass(Duration.ofMinutes(2));
        assertThat(sent)
                .containsExactly(
                        "site-1-1-1 to [porter@example.org]: [Lodge] Till has not been heard of for 16 minutes.");
        var alert = watch.alerts(CLERK, 10).getFirst();
        assertThat(alert.waits()).isTrue();
        devices.set(0, row(Presence.ONLINE, now, List.of(), List.of()));
        pass(Duration.ofMinutes(1));
        assertThat(watch.alerts(CLERK, 10).getFirst().endedAt()).isEqualTo(now);
    }

    @Test
    @Tag("SAFE-31")
    void aFaultThatComesAndGoesIsOneAlertUntilItStaysAwayForAWhile() {
        rule(Matter.FAULT, 0, 0, null, null, Channel.MAIL);
        for (var time = 1; time <= 5; time++) {
            devices.clear();
            devices.add(row(Presence.ONLINE, now, List.of(new Fault("JAM", now, time)), List.of()));
            pass(Duration.ofMinutes(1));
            devices.clear();
            devices.add(row(Presence.ONLINE, now, List.of(), List.of()));
            pass(Duration.ofMinutes(1));
        }
        assertThat(watch.alerts(CLERK, 10))
                .extracting(Alert::code, Alert::times)
                .containsExactly(tuple("JAM", 5));
        assertThat(sent).hasSize(1);
        pass(Rounds.FOLDED_FOR.plusMinutes(1));
        devices.set(0, row(Presence.ONLINE, now, List.of(new Fault("JAM", now, 6)), List.of()));
        pass(Duration.ofMinutes(1));
        assertThat(watch.alerts(CLERK, 10)).hasSize(2);
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatBeginsInAQuietTimeIsToldAtItsEndIfItStillHolds() {
        rule(Matter.LEVEL, 90, 30, LocalTime.of(21, 0), LocalTime.of(6, 0), Channel.MAIL);
        pass(Duration.ofHours(2));
        devices.add(row(Presence.ONLINE, now, List.of(), List.of(new Level("notes", 95, 100))));
        devices.add(row(Presence.ONLINE, now, List.of(), List.of(new Level("coins", 95, 100))));
        pass(Duration.ofMinutes(1));
        assertThat(watch.alerts(CLERK, 10)).hasSize(2);
        pass(Duration.ofHours(3));
        devices.removeLast();
        pass(Duration.ofHours(3));
        assertThat(sent).as("at night").isEmpty();
        now = Instant.parse("2026-11-23T06:00:00Z");
        pass(Duration.ofSeconds(1));
        assertThat(sent).singleElement().asString().contains("notes is full to 95 %");
        assertThat(watch.messages(CLERK, 2))
                .extracting(Message::state)
                .containsExactly(Message.State.DROPPED);
        pass(Duration.ofMinutes(31));
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast())
                .contains("to [chief@example.org]", "Nobody has acknowledged", "site-1-1-2");
    }

    @Test
    @Tag("SAFE-59")
    void whomTheNetworkRefusesIsOneAlertEachAndFiveAtMost() {
        rule(Matter.REFUSED, 0, 0, null, null, Channel.TASK, Channel.MAIL);
        refused.add("10.0.0.7");
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));
        assertThat(sent)
                .singleElement()
                .asString()
                .endsWith("10.0.0.7 was refused by the field network.");
        assertThat(watch.alerts(CLERK, 10))
                .extracting(Alert::subject, Alert::what, Alert::times)
                .containsExactly(tuple("network:field", "10.0.0.7", 1));
        for (var stranger = 1; stranger <= 50; stranger++) {
            refused.add("2001:db8:aaaa:bbbb:cccc:dddd:eeee:" + stranger);
        }
        pass(Duration.ofMinutes(1));
        assertThat(watch.alerts(CLERK, 100)).hasSize(5);
        refused.clear();
        pass(Duration.ofMinutes(1));
        assertThat(watch.alerts(CLERK, 100)).allMatch(alert -> alert.endedAt() != null);
    }

    @Test
    @Tag("SAFE-31")
    void whoAcknowledgesStopsTheEscalation() {
        rule(Matter.DISK, 80, 10, null, null, Channel.TASK, Channel.MAIL);
        disk = 85;
        pass(Duration.ofMinutes(1));
        var alert = watch.alerts(CLERK, 10).getFirst();
        assertThat(watch.acknowledge(CLERK, RequestId.fresh(), alert.id())).isTrue();
        assertThat(watch.acknowledge(ADMIN, RequestId.fresh(), alert.id())).isFalse();
        pass(Duration.ofMinutes(30));
        assertThat(sent).hasSize(1);
        assertThat(watch.alerts(CLERK, 10).getFirst().acknowledgedBy()).isEqualTo(2);
    }

    @Test
    @Tag("SAFE-31")
    void aMailThatDoesNotGoIsTriedAgainLaterUnderTheSameKey() {
        rule(Matter.DISK, 80, 0, null, null, Channel.MAIL);
        disk = 85;
        down = true;
        pass(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(5));
        assertThat(watch.messages(CLERK, 1))
                .extracting(Message::attempts, Message::state, Message::failure)
                .containsExactly(tuple(1, Message.State.WAITING, "Away"));
        down = false;
        pass(Duration.ofMinutes(1));
        assertThat(sent).singleElement().asString().startsWith("site-1-1-1 ");
        assertThat(watch.messages(CLERK, 1))
                .extracting(Message::state)
                .containsExactly(Message.State.SENT);
    }

    @Test
    void whatIsWrongWithRulesAndAddressesIsSaidAndSecretsStaySealed() {
        assertThat(watch.putRule(ADMIN, RequestId.fresh(), made(0, Matter.DISK, 101, Set.of())))
                .isInstanceOfSatisfying(
                        RuleOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(problem -> problem.field())
                                        .containsExactly("threshold", "channels"));
        assertThatThrownBy(() -> rule(CLERK)).isInstanceOf(NotPermitted.class);
        assertThat(
                        watch.setWebhook(
                                ADMIN,
                                RequestId.fresh(),
                                new HookReach("http://elsewhere.example/hook"),
                                "short"))
                .isInstanceOfSatisfying(
                        ReachOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(problem -> problem.field())
                                        .containsExactly("address", "secret"));
        assertThat(watch.tryOut(ADMIN, Channel.WEBHOOK)).isEqualTo(new TryOutcome.NotSetUp());
        assertThat(watch.tryOut(ADMIN, Channel.MAIL)).isEqualTo(new TryOutcome.Sent());
        assertThat(sent).singleElement().asString().contains("Test message");
        assertThat(watch.reach(ADMIN).toString()).doesNotContain("pass-word");
        var stored =
                books.read(sql -> new RuleStore().outlet(sql, Channel.MAIL)).orElseThrow().secret();
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("pass-word");
    }

    private void rule(Actor actor) {
        watch.putRule(actor, RequestId.fresh(), made(0, Matter.DISK, 90, Set.of(Channel.TASK)));
    }

    private static Rule made(long id, Matter matter, int threshold, Set<Channel> channels) {
        return new Rule(id, matter, null, "", threshold, channels, null, null, 0, Set.of());
    }

    private void rule(
            Matter matter,
            int threshold,
            int escalate,
            LocalTime from,
            LocalTime until,
            Channel... channels) {
        assertThat(
                        watch.putRule(
                                ADMIN,
                                RequestId.fresh(),
                                new Rule(
                                        0,
                                        matter,
                                        null,
                                        "hall",
                                        threshold,
                                        Set.of(channels),
                                        from,
                                        until,
                                        escalate,
                                        Set.of())))
                .isInstanceOf(RuleOutcome.Kept.class);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        watch.round(BRIDGE);
    }

    private DeviceBoard.Row row(
            Presence presence, Instant heard, List<Fault> faults, List<Level> levels) {
        return new DeviceBoard.Row(
                new Device(
                        new DeviceId(7),
                        "till-1",
                        DeviceKind.PAYMENT_POINT,
                        "Till",
                        "Hall A",
                        true,
                        null),
                presence,
                "",
                heard,
                0,
                SyncState.IN_SYNC,
                1,
                1,
                faults,
                levels,
                0,
                null,
                null,
                0,
                "",
                null);
    }

    private final class Sent implements Outlets {
        @Override
        public void mail(MailServer server, String password, Mail mail) throws IOException {
            assertThat(password).isEqualTo("pass-word");
            if (down) {
                throw new IOException("Away");
            }
            sent.add(mail.key() + " to " + mail.to() + ": " + mail.subject());
        }

        @Override
        public void post(URI address, byte[] secret, Call call) {
            sent.add(call.key());
        }
    }

    /// Not what it was, and back again.
    private static final class Turned implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            var turned = plain.clone();
            for (var i = 0; i < turned.length; i++) {
                turned[i] ^= 0x55;
            }
            return turned;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return seal(sealed);
        }
    }
}
