package app.lodge.personalization.issuing;

import static app.lodge.personalization.issuing.KilledAdapter.CHIEF;
import static app.lodge.personalization.issuing.KilledAdapter.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.journal.Journal;
import app.lodge.core.media.ContactKey;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.core.site.Site;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockState;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The process dies while a contact key is on the adapter: before and after each step of the books, and
/// all over the writing. The books never call a key good that is not, the next attempt makes it good under
/// the same number, and one blank is gone for it.
@Tag("KEY-25")
@Tag("CHAIN-52")
class KilledAtTheAdapterTest {

    private static final KeyNumber NUMBER = new KeyNumber(2524);
    private static final int BOX = 10;

    @TempDir private Path folder;
    private PersonId person;

    @BeforeEach
    void foundASiteWithABoxOfBlanks() throws Exception {
        try (var site = FoundedSite.in(folder, CLOCK)) {
            person = FoundedSite.ana(site);
            receive(site);
        }
    }

    private static long put(Stock.PutOutcome outcome) {
        return ((Stock.PutOutcome.Put) outcome).id();
    }

    private static void receive(Site site) {
        var stock = site.stock();
        var desk = new Place(0, "Desk", Place.Kind.DESK, "desk-1", false, 0);
        long place = put(stock.putPlace(CHIEF, RequestId.fresh(), desk));
        var kind =
                new Blank(
                        0,
                        "DS1992",
                        Blank.Carrier.HF,
                        "DS1992",
                        MediumKind.CONTACT_KEY,
                        false,
                        false,
                        860);
        long blank = put(stock.addBlank(CHIEF, RequestId.fresh(), kind));
        var box =
                new Stock.NewDelivery(
                        blank, null, "Karton AG", "B-1", place, BOX, Numbering.NONE, List.of());
        assertThat(stock.receive(CHIEF, RequestId.fresh(), box))
                .isInstanceOf(Stock.ReceiveOutcome.Received.class);
    }

    @Test
    void isGoodWhenNobodyKillsIt() throws Exception {
        assertThat(childDies("-")).isZero();
        try (var site = FoundedSite.again(folder, CLOCK)) {
            assertThat(key(site)).hasValueSatisfying(KilledAtTheAdapterTest::good);
            stockSays(site, 1);
        }
    }

    @ParameterizedTest(name = "{0}: the books know {1}")
    @CsvSource({
        // where it dies, what state the key is in
        "before enrol, -",
        "after enrol,  PREPARING",
        "before ready, PREPARING",
        "after ready,  ACTIVE",
    })
    void aStepOfTheBooksIsDoneOrNot(String place, String state) throws Exception {
        assertThat(childDies(place)).isEqualTo(137);
        try (var site = FoundedSite.again(folder, CLOCK)) {
            assertThat(key(site).map(key -> key.medium().state().name()).orElse("-"))
                    .isEqualTo(state);
            endsWithOneGoodKey(site);
        }
    }

    @ParameterizedTest(name = "at {0} % of what is written to the adapter")
    @CsvSource({"1", "30", "50", "60", "70", "80", "90", "99"})
    void theKeyIsFinishedByTheNextAttempt(int percent) throws Exception {
        assertThat(childDies("write " + Math.max(1, writes() * percent / 100))).isEqualTo(137);
        try (var site = FoundedSite.again(folder, CLOCK)) {
            assertThat(key(site).map(ContactKey::medium).map(Medium::state))
                    .as("not good before it was read back")
                    .isIn(Optional.empty(), Optional.of(MediumState.PREPARING));
            endsWithOneGoodKey(site);
        }
    }

    private void endsWithOneGoodKey(Site site) throws Exception {
        boolean good =
                key(site).filter(key -> key.medium().state() == MediumState.ACTIVE).isPresent();
        stockSays(site, good ? 1 : 0);
        var again = new KilledAdapter(folder).encode(site, person);
        assertThat(again).isInstanceOf(KeyOutcome.Ready.class);
        assertThat(((KeyOutcome.Ready) again).written().orElseThrow().value()).isEqualTo(4_250);
        good(key(site).orElseThrow());
        assertThat(site.contactKeys().history(CHIEF, NUMBER)).hasSize(1);
        assertThat(site.media().ofPerson(CHIEF, person)).hasSize(1);
        stockSays(site, 1);
        assertThat(site.journal().verify(CHIEF)).isInstanceOf(Journal.Verification.Intact.class);
    }

    private static void good(ContactKey key) {
        assertThat(key.medium().state()).isEqualTo(MediumState.ACTIVE);
    }

    private static Optional<ContactKey> key(Site site) {
        return site.contactKeys().find(CHIEF, NUMBER);
    }

    private static void stockSays(Site site, int issued) {
        var standing = site.stock().standing(CHIEF);
        assertThat(standing.differences()).isEmpty();
        assertThat(pieces(standing, StockState.BLANK)).as("blanks").isEqualTo(BOX - issued);
        assertThat(standing.lines().stream().mapToInt(Stock.Line::pieces).sum()).isEqualTo(BOX);
    }

    private static int pieces(Stock.Standing standing, StockState state) {
        return standing.lines().stream()
                .filter(line -> line.state() == state)
                .mapToInt(Stock.Line::pieces)
                .sum();
    }

    /// Of an attempt that nobody kills, on a site of its own.
    private int writes() throws Exception {
        var aside = folder.resolve("undisturbed");
        try (var site = FoundedSite.in(aside, CLOCK)) {
            return new KilledAdapter(aside).writes(site, FoundedSite.ana(site));
        }
    }

    private int childDies(String place) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(KilledAdapter.class.getName());
        command.addAll(List.of(folder.toString(), Long.toString(person.number()), place));
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(output).isIn(0, 137);
        return child.exitValue();
    }
}
