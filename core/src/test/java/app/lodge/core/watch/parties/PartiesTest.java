package app.lodge.core.watch.parties;

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
import app.lodge.core.devices.DeviceBoard.OnDuty;
import app.lodge.core.devices.DeviceBoard.Presence;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.SyncState;
import app.lodge.core.money.Money;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Outlets;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import app.lodge.core.watch.Reach.MailReach;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.SiteGauges;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.Watch.Message.State;
import app.lodge.core.watch.WatchParts;
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

/// Each party hears of the devices it stands for, of what its kind is told, and reads what its kind may see.
@Tag("SAFE-32")
class PartiesTest {

    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");
    private static final Actor BRIDGE = Actor.system("bridge");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Sealing PLAIN =
            new Sealing() {
                @Override
                public byte[] seal(byte[] plain) {
                    return plain.clone();
                }

                @Override
                public byte[] open(byte[] sealed) {
                    return sealed.clone();
                }
            };

    private final List<DeviceBoard.Row> devices = new ArrayList<>();
    private final List<Outlets.Mail> mails = new ArrayList<>();
    private final List<Outlets.Call> calls = new ArrayList<>();
    private Instant now = START;
    private boolean down;
    private Books books;
    private Watch watch;
    private Parties parties;

    @BeforeEach
    void open() {
        books =
                Books.open(
                        new BooksSource.InMemory("parties-" + UUID.randomUUID()), () -> now, PLAIN);
        watch = fresh();
        parties = Parties.in(books, PLAIN);
        watch.rules(ADMIN).forEach(rule -> watch.removeRule(ADMIN, RequestId.fresh(), rule.id()));
        watch.setMail(
                ADMIN,
                RequestId.fresh(),
                new MailReach(
                        new MailServer("localhost", 25, MailSecurity.NONE, "", "lodge@example.org"),
                        List.of("porter@example.org"),
                        List.of()),
                null);
    }

    /// As after a restart: nothing but the books is left.
    private Watch fresh() {
        return Watch.of(
                new WatchParts(
                        books,
                        _ -> List.copyOf(devices),
                        () ->
                                new SiteGauges.Reading(
                                        10, 100, Optional.of(0L), List.of(), List.of(), List.of()),
                        null,
                        null,
                        () -> SiteSettings.of("Test", EUR, ZoneId.of("UTC"), "en"),
                        PLAIN,
                        "site-1",
                        Sent::new,
                        device -> Optional.of(new Money(1_234_500 + device, EUR))));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void eachReadsOfItsOwnSafesWhatItsKindMaySeeInItsLanguage() {
        rule(Matter.LEVEL, 90, null, Set.of(PartyKind.CLIENT, PartyKind.BANK, PartyKind.CIT));
        var here = new Stand(0, DeviceKind.SAFE, "Shop 1");
        put(party("Shops", PartyKind.CLIENT, "de", "shop@example.org", here));
        put(
                party(
                        "Others",
                        PartyKind.CLIENT,
                        "en",
                        "other@example.org",
                        new Stand(0, null, "Shop 12")));
        put(party("Bank", PartyKind.BANK, "hr", "bank@example.org", new Stand(3, null, "")));
        put(party("Van", PartyKind.CIT, "en", "van@example.org", here));
        put(party("Fixers", PartyKind.SERVICE, "en", "fix@example.org", here));
        put(
                party(
                        "Till van",
                        PartyKind.CIT,
                        "en",
                        "till@example.org",
                        new Stand(0, DeviceKind.PAYMENT_POINT, "")));
        devices.add(safe(3, "Shop 1, hall", 95));
        devices.add(safe(4, "Shop 12", 95));
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));
        assertThat(mails)
                .extracting(Outlets.Mail::to)
                .containsExactlyInAnyOrder(
                        List.of("shop@example.org"),
                        List.of("bank@example.org"),
                        List.of("van@example.org"),
                        List.of("other@example.org"));
        assertThat(of("van@example.org").subject()).isEqualTo("[Lodge] Safe 3 is filling up.");
        assertThat(of("van@example.org").text())
                .contains("Place: Shop 1, hall", "notes: 95 % (95 of 100)")
                .doesNotContain("12,345", "Ivo", "JAM", "9.1");
        assertThat(of("bank@example.org").text())
                .contains("12.345,03", "Gotovina unutra")
                .doesNotContain("Shop", "95", "Ivo", "JAM", "9.1");
        assertThat(of("shop@example.org").text())
                .contains("Bargeld darin: 12.345,03", "Ivo", "JAM", "9.1", "Shop 1, hall")
                .doesNotContain("Shop 12", "12.345,04");
        assertThat(of("other@example.org").text())
                .contains("Shop 12", "12,345.04")
                .doesNotContain("Shop 1,", "12,345.03");
        assertThat(parties.told(CLERK, 1))
                .extracting(Parties.Told::party, Parties.Told::state)
                .containsExactly(
                        tuple("Bank", State.SENT),
                        tuple("Shops", State.SENT),
                        tuple("Van", State.SENT));
    }

    @Test
    void aWebhookIsSignedWithItsPartysSecretAndCarriesNothingElse() {
        rule(Matter.FAULT, 0, null, Set.of(PartyKind.SERVICE));
        var fixers =
                new Party(
                        0,
                        "Fixers",
                        PartyKind.SERVICE,
                        "en",
                        "",
                        "https://fix.example/lodge",
                        List.of(new Stand(0, null, "")));
        assertThat(parties.put(ADMIN, RequestId.fresh(), fixers, "a-secret-of-both-sides"))
                .isInstanceOf(Parties.Outcome.Kept.class);
        devices.add(safe(3, "Shop 1", 95));
        pass(Duration.ofMinutes(1));
        assertThat(calls)
                .extracting(Outlets.Call::body)
                .containsExactly(
                        "{\"alert\":1,\"device\":\"Safe 3\",\"faults\":[\"JAM\"],\"key\":\"site-1-1-p1\","
                                + "\"matter\":\"FAULT\",\"place\":\"Shop 1\",\"program\":\"9.1\","
                                + "\"raisedAt\":\"2026-11-22T20:01:00Z\","
                                + "\"settings\":{\"desired\":4,\"reported\":3},"
                                + "\"text\":\"Safe 3 tells of a fault.\"}");
    }

    @Test
    void whatMayBeSeenAndWhoIsToldIsAskedAgainAsItLeaves() {
        rule(Matter.LEVEL, 90, LocalTime.of(19, 0), Set.of(PartyKind.CIT, PartyKind.BANK));
        put(party("Van", PartyKind.CIT, "en", "van@example.org", new Stand(0, null, "")));
        var bank =
                put(
                        party(
                                "Bank",
                                PartyKind.BANK,
                                "en",
                                "bank@example.org",
                                new Stand(3, null, "")));
        devices.add(safe(3, "Shop 1", 95));
        pass(Duration.ofMinutes(1));
        assertThat(mails).as("in the quiet time").isEmpty();
        parties.see(ADMIN, RequestId.fresh(), PartyKind.CIT, Set.of());
        parties.put(
                ADMIN,
                RequestId.fresh(),
                new Party(
                        bank,
                        "Bank",
                        PartyKind.BANK,
                        "en",
                        "bank@example.org",
                        "",
                        List.of(new Stand(4, null, ""))),
                null);
        watch = fresh();
        now = Instant.parse("2026-11-23T06:00:00Z");
        pass(Duration.ofSeconds(1));
        assertThat(mails)
                .singleElement()
                .extracting(Outlets.Mail::to)
                .isEqualTo(List.of("van@example.org"));
        assertThat(mails.getFirst().text()).doesNotContain("Shop", "95");
        assertThat(parties.told(CLERK, 1))
                .extracting(Parties.Told::party, Parties.Told::state)
                .containsExactly(tuple("Bank", State.DROPPED), tuple("Van", State.SENT));
    }

    @Test
    void whatDoesNotGoIsTriedAgainAndAPartyThatWasRemovedHearsNothing() {
        rule(Matter.LEVEL, 90, null, Set.of(PartyKind.CIT));
        var van = put(party("Van", PartyKind.CIT, "en", "van@example.org", new Stand(0, null, "")));
        put(party("Van 2", PartyKind.CIT, "en", "van2@example.org", new Stand(0, null, "")));
        devices.add(safe(3, "Shop 1", 95));
        down = true;
        pass(Duration.ofMinutes(1));
        assertThat(parties.told(CLERK, 1))
                .extracting(Parties.Told::state, Parties.Told::attempts, Parties.Told::failure)
                .containsExactly(tuple(State.WAITING, 1, "Away"), tuple(State.WAITING, 1, "Away"));
        assertThat(parties.remove(ADMIN, RequestId.fresh(), van)).isTrue();
        assertThat(parties.remove(ADMIN, RequestId.fresh(), van)).isFalse();
        down = false;
        pass(Duration.ofMinutes(1));
        assertThat(mails).extracting(Outlets.Mail::to).containsExactly(List.of("van2@example.org"));
        assertThat(mails.getFirst().key()).isEqualTo("site-1-1-p2");
    }

    @Test
    void whatIsWrongWithAPartyIsSaid() {
        put(party("Bank", PartyKind.BANK, "en", "bank@example.org"));
        assertThat(problems(new Party(0, "bank", PartyKind.BANK, "xx", "", "", List.of()), null))
                .containsExactly("name", "language", "mail");
        assertThat(
                        problems(
                                new Party(
                                        0,
                                        " ",
                                        PartyKind.BANK,
                                        "en",
                                        "nobody",
                                        "http://elsewhere.example/",
                                        List.of(new Stand(0, null, "x".repeat(121)))),
                                "short"))
                .containsExactly("name", "mail", "webhook", "secret", "stands");
        assertThat(
                        problems(
                                new Party(
                                        99,
                                        "B",
                                        PartyKind.BANK,
                                        "en",
                                        "b@example.org",
                                        "",
                                        List.of()),
                                null))
                .containsExactly("party");
        assertThatThrownBy(() -> parties.all(CLERK)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> parties.see(CLERK, RequestId.fresh(), PartyKind.CIT, Set.of()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void whatKindsMaySeeIsDataWithShippedDefaults() {
        assertThat(parties.sights(ADMIN))
                .containsExactly(
                        new Sights(PartyKind.CLIENT, Set.of(Sight.values())),
                        new Sights(PartyKind.BANK, Set.of(Sight.TOTALS)),
                        new Sights(PartyKind.CIT, Set.of(Sight.PLACE, Sight.FILL)),
                        new Sights(
                                PartyKind.SERVICE,
                                Set.of(Sight.PLACE, Sight.FAULT, Sight.VERSIONS)),
                        new Sights(PartyKind.OTHER, Set.of()));
        parties.see(ADMIN, RequestId.fresh(), PartyKind.OTHER, Set.of(Sight.FAULT));
        assertThat(parties.sights(ADMIN).getLast().seen()).containsExactly(Sight.FAULT);
    }

    private List<String> problems(Party party, String secret) {
        return ((Parties.Outcome.Rejected) parties.put(ADMIN, RequestId.fresh(), party, secret))
                .problems().stream().map(problem -> problem.field()).toList();
    }

    private Outlets.Mail of(String to) {
        return mails.stream().filter(mail -> mail.to().contains(to)).findFirst().orElseThrow();
    }

    private long put(Party party) {
        return ((Parties.Outcome.Kept) parties.put(ADMIN, RequestId.fresh(), party, null))
                .party()
                .id();
    }

    private static Party party(
            String name, PartyKind kind, String language, String mail, Stand... stands) {
        return new Party(0, name, kind, language, mail, "", List.of(stands));
    }

    private void rule(Matter matter, int threshold, LocalTime quiet, Set<PartyKind> kinds) {
        assertThat(
                        watch.putRule(
                                ADMIN,
                                RequestId.fresh(),
                                new Rule(
                                        0,
                                        matter,
                                        null,
                                        "",
                                        threshold,
                                        Set.of(Channel.TASK),
                                        quiet,
                                        quiet == null ? null : LocalTime.of(6, 0),
                                        0,
                                        kinds)))
                .isInstanceOf(Watch.RuleOutcome.Kept.class);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        watch.round(BRIDGE);
    }

    private DeviceBoard.Row safe(long id, String place, int full) {
        return new DeviceBoard.Row(
                new Device(
                        new DeviceId(id),
                        "safe-" + id,
                        DeviceKind.SAFE,
                        "Safe " + id,
                        place,
                        true,
                        null),
                Presence.ONLINE,
                "",
                START,
                0,
                SyncState.IN_SYNC,
                4,
                3,
                List.of(new Fault("JAM", START, 1)),
                List.of(new Level("notes", full, 100)),
                0,
                null,
                null,
                0,
                "9.1",
                new OnDuty("Ivo", 12, START));
    }

    private final class Sent implements Outlets {
        @Override
        public void mail(MailServer server, String password, Mail mail) throws IOException {
            if (down) {
                throw new IOException("Away");
            }
            mails.add(mail);
        }

        @Override
        public void post(URI address, byte[] secret, Call call) {
            assertThat(new String(secret, StandardCharsets.UTF_8))
                    .isEqualTo("a-secret-of-both-sides");
            assertThat(address).isEqualTo(URI.create("https://fix.example/lodge"));
            calls.add(call);
        }
    }
}
