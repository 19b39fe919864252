package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Media;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Signatures;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.carddesk.LookedAt;
import app.lodge.desktop.carddesk.Stored;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.originality.MakersKeys;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.recognition.Inspector;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge card look` at virtual cards of a real site: what it is, whose, its state, what is stored with
/// it with the last records, and what is wrong.
@Tag("ID-47")
@Tag("CHAIN-32")
class LookByCommandTest {

    private static final Actor ANNA = new Actor(1, "anna", Role.ADMINISTRATOR, "desk-1");
    private static final Uid CLASSIC = new Uid("A1B2C3D4");
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir Path folder;
    private Site site;
    private Person ana;
    private String out = "";
    private String err = "";

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("site"));
        var cost = new KdfCost(64, 1, 1);
        Site.create(
                home,
                SiteSettings.of(
                        "Test site", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en"),
                "anna",
                "Quittengelee-im-Juni-9".toCharArray(),
                Clock.systemUTC(),
                cost);
        site = Site.open(home, Clock.systemUTC(), cost);
        var enrolled =
                site.people()
                        .enrol(
                                ANNA,
                                RequestId.fresh(),
                                PersonDetails.named("Ana", "Kovač"),
                                EnrolOutcome.Duplicates.ACCEPTED);
        ana = ((EnrolOutcome.Enrolled) enrolled).person();
        var account = site.accounts().ofPerson(ANNA, ana.id()).orElseThrow();
        site.accounts().topUp(ANNA, RequestId.fresh(), account.id(), eur(1_200), PaymentMeans.CASH);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    private Doors doors() {
        var all =
                Map.ofEntries(
                        Map.entry(People.class, site.people()),
                        Map.entry(Settings.class, site.settings()),
                        Map.entry(CardJobs.class, site.cardJobs()),
                        Map.entry(CardKeys.class, site.cardKeys()),
                        Map.entry(Media.class, site.media()),
                        Map.entry(Purses.class, site.purses()),
                        Map.entry(EncodingPlans.class, site.encodingPlans()),
                        Map.entry(CardLayouts.class, site.cardLayouts()),
                        Map.entry(Portraits.class, site.portraits()),
                        Map.entry(Signatures.class, site.signatures()),
                        Map.entry(Accounts.class, site.accounts()));
        return new Doors() {
            @Override
            public <D> D door(Class<D> door) {
                return door.cast(all.get(door));
            }

            @Override
            public Actor actor() {
                return ANNA;
            }

            @Override
            public void close() {}
        };
    }

    private Terminal terminal(StringWriter told, StringWriter complained) {
        return new Terminal(
                new PrintWriter(told, true),
                new PrintWriter(complained, true),
                new Texts(Locale.ENGLISH),
                _ -> Optional.of("secret".toCharArray()),
                folder,
                "desk-1");
    }

    private void lodge(String... words) {
        var told = new StringWriter();
        var complained = new StringWriter();
        var status =
                new Commands(terminal(told, complained), (_, _, _, _) -> doors(), new NoPrograms())
                        .run(words);
        out = told.toString();
        err = complained.toString();
        assertThat(status).as(err).isZero();
    }

    private String reader() {
        return "virtual:" + folder.resolve("card.bin");
    }

    private void issued() {
        lodge(
                "card",
                "issue",
                String.valueOf(ana.id().number()),
                "--reader",
                reader(),
                "--printer",
                "file:" + folder.resolve("printed"),
                "--as",
                "anna");
    }

    private void look(String... more) {
        lodge(
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "card", "look", "--reader", reader(), "--as", "anna"),
                                java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    @Test
    void ofACardWithoutAPurseTheAccountIsTold() {
        issued();
        look();
        assertThat(out)
                .contains("MIFARE DESFire EV3", "It belongs to Ana Kovač.", "-01 is valid.")
                .contains("On account: Balance 12.00 EUR", "available 12.00 EUR")
                .containsPattern("top-up +12\\.00 EUR +12\\.00 EUR")
                .doesNotContain("On the card:");
    }

    @Test
    void ofAPurseValuePointsAndRecordsAreTold() {
        issued();
        var number = site.media().ofPerson(ANNA, ana.id()).getFirst().number();
        lodge("purse", "prepare", number, "--reader", reader(), "--as", "anna");
        lodge("purse", "load", "5.00", "--reader", reader(), "--as", "anna");
        lodge("purse", "load", "2.50", "--reader", reader(), "--as", "anna");
        look();
        assertThat(out)
                .contains("It belongs to Ana Kovač.", "is valid.")
                .contains("On the card: 7.50 EUR", "By the books: 7.50 EUR", "Points: 0")
                .containsPattern("2  .*Loaded  2\\.50 EUR  7\\.50 EUR")
                .containsPattern("1  .*Loaded  5\\.00 EUR  5\\.00 EUR")
                .doesNotContain("On account");
        look("--json");
        assertThat(out).contains("\"purse\"", "\"records\"", "\"value\"").contains("750");
    }

    /// The chip has no commit and its cipher is broken; that it holds money is told all the same.
    @Test
    @Tag("CHAIN-31")
    void ofAPurseOnAClassicCardTheyAreTold() throws Exception {
        var reader = new InProcessReader("desk reader");
        reader.insert(VirtualStorageCard.classic(ClassicSize.ONE_K, CLASSIC));
        MediumEncoder.of(site.cardKeys(), ShippedPlans.find("classic-id-purse", 1).orElseThrow())
                .encode(
                        ANNA,
                        reader,
                        SOON,
                        CLASSIC,
                        Optional.of(CardFacts.of(new CardNumber(ana.id().number(), 1))),
                        Step.Log.none());
        var desk = new PurseDesk(site.purses(), site.cardKeys());
        assertThat(desk.prepare(ANNA, reader, SOON, classicInTheBooks(), CLASSIC)).isTrue();
        desk.load(ANNA, RequestId.fresh(), reader, SOON, eur(800), Source.CASH);

        told(reader, ANNA, () -> desk.look(ANNA, reader, SOON));
        assertThat(out)
                .contains("MIFARE Classic 1K", "The cipher of this chip is broken")
                .contains("On the card: 8.00 EUR", "Points: 0")
                .containsPattern("1  .*Loaded  8\\.00 EUR  8\\.00 EUR");

        told(
                reader,
                ANNA,
                () -> {
                    throw new DeviceException(new DeviceFault.VerifyMismatch("value"));
                });
        assertThat(out).contains("Its purse could not be read: ").doesNotContain("On account");

        var clerk = new Actor(1, "otto", Role.AUDITOR, "desk-1");
        told(
                reader,
                clerk,
                () -> {
                    throw new AssertionError("an auditor has no keys to look into a Classic");
                });
        assertThat(out)
                .contains("On account: Balance 12.00 EUR")
                .as("movements are the counter's")
                .doesNotContain("top-up");
    }

    private void told(InProcessReader reader, Actor actor, Stored.PurseReading purse)
            throws Exception {
        var found = new Inspector(site.cardKeys(), MakersKeys.published()).look(ANNA, reader, SOON);
        var card = LookedAt.of(found, actor, site.media(), site.people());
        var stored = Stored.of(card, actor, site.accounts(), purse);
        var told = new StringWriter();
        var session =
                new Session(
                        terminal(told, new StringWriter()),
                        new SharedOptions(),
                        (_, _, _, _) -> doors());
        session.print(new LookAtCard(session).said(doors(), card, stored));
        out = told.toString();
    }

    private app.lodge.core.media.MediumId classicInTheBooks() {
        var jobs = site.cardJobs();
        var job =
                ((CardJobs.OrderOutcome.Ordered)
                                jobs.order(
                                        ANNA,
                                        RequestId.fresh(),
                                        new CardOrder(ana.id(), "file:cards", "sim:reader", "s@1")))
                        .job();
        jobs.advance(ANNA, job.id(), JobState.FED, Map.of());
        jobs.bind(ANNA, job.id(), CLASSIC, "MIFARE Classic 1K", 1);
        for (var state :
                List.of(
                        JobState.ENCODED,
                        JobState.VERIFIED,
                        JobState.PRINTING,
                        JobState.PRINTED,
                        JobState.ISSUED)) {
            jobs.advance(ANNA, job.id(), state, Map.of());
        }
        return site.media().withUid(ANNA, CLASSIC).orElseThrow().id();
    }

    private static final class NoPrograms implements Programs {

        @Override
        public int desktop(Path siteHome) {
            return 1;
        }

        @Override
        public int bridge(Terminal terminal, Path siteHome) {
            return 1;
        }

        @Override
        public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> siteHome) {
            return 1;
        }
    }
}
