package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.REQUEST;
import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static app.lodge.core.privacy.PrivacyDesk.ZVJEZDANA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.journal.Journal.Verification;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.keys.OpenedKeys;
import app.lodge.core.media.Uid;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deleted is deleted: somebody who used everything leaves no byte run behind, and no key on the disk
/// opens what an old page, a write-ahead log or a backup may still hold (ID-57).
@Tag("ID-57")
abstract class DeletedIsDeletedContract {

    static final Uid CARD = new Uid("04112233445566");

    @TempDir Path folder;

    /// `lodge.properties` of the site.
    abstract String properties() throws Exception;

    /// Where the database keeps its files, beside the home.
    abstract List<Path> databaseFolders();

    @Test
    @Tag("ID-02")
    void nothingIsLeftOfSomebodyWhoUsedEverything() throws Exception {
        // Replaced, approved, rejected, waiting.
        var photos = List.of(noise(1), noise(2), noise(3), noise(4));
        var traces = PrivacyDesk.traces(photos);
        var home = PrivacyDesk.home(folder.resolve("home"), properties());
        List<PrivacyDesk.Relic> relics;
        PersonId person;
        PersonId bystander;
        try (var site = PrivacyDesk.open(home)) {
            var desk = new PrivacyDesk(site);
            bystander = desk.enrolled(PersonDetails.named("Berta", "Bleibt"));
            person = desk.imported(photos);
            var till = desk.device("till-1", DeviceKind.PAYMENT_POINT);
            var cabinet = desk.device("cabinet-1", DeviceKind.LOCKER_CABINET);
            var card = desk.card(person, CARD);
            site.devices().assign(CHIEF, RequestId.fresh(), cabinet, 3, person);
            desk.topUp(person, 1250);
            desk.topUp(bystander, 700);
            desk.pay(till, CARD, 1250 + new TiedDown(site, person, card).tie());
            assertThat(traces.under(home.bank()))
                    .as("the search must be able to find a file for the bank")
                    .isNotEmpty();
            site.backups().take(CHIEF);
            desk.block(card);
            relics = desk.relics(person);
            assertThat(relics).hasSizeGreaterThan(6);
            var windows = windows(home);
            assertThat(traces.in("answers", keptAnswers(site)))
                    .as("the search must be able to find something")
                    .isNotEmpty();
            assertThat(relics)
                    .as("the search for keys must be able to find one")
                    .anyMatch(relic -> opens(windows, person, relic));

            var outcome =
                    site.privacy()
                            .erase(
                                    CHIEF,
                                    RequestId.fresh(),
                                    person,
                                    ErasureGround.ASKED_BY_PERSON,
                                    "AZ-12/3");
            assertThat(outcome).isInstanceOf(EraseOutcome.Erased.class);
            var certificate = ((EraseOutcome.Erased) outcome).certificate();
            assertThat(certificate.complete()).isTrue();
            assertThat(certificate.number()).isEqualTo(1);
            assertThat(certificate.unconfirmed()).containsExactly("cabinet-1", "till-1");
            assertThat(certificate.gone())
                    .extracting(Certificate.Gone::kind)
                    .contains(
                            Certificate.GoneKind.SIGNATURES,
                            Certificate.GoneKind.GROUPS,
                            Certificate.GoneKind.COST_CENTRES,
                            Certificate.GoneKind.LIMITS,
                            Certificate.GoneKind.MANDATES);
            assertThat(certificate.handedOut())
                    .extracting(Certificate.HandedOut::kind)
                    .contains(Certificate.HandedOut.Kind.BANK_FILE);
            assertThat(certificate.stayed())
                    .extracting(Certificate.Stayed::data)
                    .contains(
                            DataClass.POSTINGS,
                            DataClass.RECEIPTS,
                            DataClass.JOURNAL,
                            DataClass.DEVICE_EVENTS);
            assertGone(site, person, bystander);
            site.backups().take(CHIEF);
            assertThat(traces.in("all rows", dump(site)))
                    .as("in the rows, whatever enciphers the file")
                    .isEmpty();
            assertThat(traces.in("answers", keptAnswers(site)))
                    .as("in answers that today's keys open")
                    .isEmpty();
            assertThat(traces.in("journal", exported(site)))
                    .as("in the journal as an auditor gets it")
                    .isEmpty();
            forgetInTheField(site, till, cabinet);
            assertThat(
                            new TracesOf()
                                    .text(CARD.hex())
                                    .bytes("chip", CARD.bytes())
                                    .in("rows", dump(site)))
                    .as(
                            "the chip's number, once the devices have confirmed: %s",
                            holding(site, CARD.hex()))
                    .isEmpty();
        }
        assertThat(databaseFolders())
                .as("the database lies where the traces are looked for")
                .allSatisfy(
                        database -> assertThat(database).isNotEmptyDirectory().startsWith(folder));
        assertThat(traces.under(folder)).isEmpty();
        var windows = windows(home);
        assertThat(relics)
                .allSatisfy(relic ->
                        assertThat(opens(windows, person, relic)).as(relic.what()).isFalse());
        try (var site = PrivacyDesk.open(home)) {
            assertGone(site, person, bystander);
        }
    }

    private static byte[] exported(Site site) {
        var begun =
                (JournalExports.ExportOutcome.Begun)
                        site.journalExports().begin(CHIEF, RequestId.fresh());
        var text = new StringBuilder();
        String after = null;
        do {
            var piece = site.journalExports().read(CHIEF, begun.export(), after);
            text.append(piece.lines());
            after = piece.next();
        } while (after != null);
        assertThat(text).contains("person.erased");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Every device confirms its lists; the nightly run drops what they have confirmed.
    private static void forgetInTheField(Site site, DeviceId... devices) {
        for (var device : devices) {
            var lists = new HashMap<String, Long>();
            site.field().lists(device).forEach(list -> lists.put(list.name(), list.version()));
            site.field()
                    .reported(
                            Actor.device(device.number(), "device"),
                            device,
                            new FieldBooks.Report(1, Map.of(), List.of(), lists));
        }
        assertThat(site.privacy().tidy(CHIEF).listRowsDropped()).isPositive();
    }

    private static void assertGone(Site site, PersonId person, PersonId bystander) {
        var system = Actor.system("test");
        assertThat(site.people().find(CLERK, person)).isEmpty();
        assertThat(site.people().photo(CLERK, person)).isEmpty();
        assertThat(site.signatures().current(CLERK, person)).isEmpty();
        assertThat(site.signatures().history(CLERK, person)).isEmpty();
        assertThat(site.people().list(CLERK, ZVJEZDANA.familyName(), null, 9).rows()).isEmpty();
        assertThat(site.search().find(CLERK, ZVJEZDANA.email(), 9)).isEmpty();
        assertThat(site.search().find(CLERK, CARD.hex(), 9)).isEmpty();
        assertThat(site.accounts().ofPerson(CLERK, person)).isEmpty();
        assertThat(site.people().find(CLERK, bystander)).isPresent();
        assertThat(site.accounts().ofPerson(CLERK, bystander).orElseThrow().balance().minor())
                .isEqualTo(700);
        assertThat(site.journal().verify(system)).isInstanceOf(Verification.Intact.class);
        assertThat(site.accounts().audit(system)).isEmpty();
        var again =
                site.people()
                        .enrol(
                                CLERK,
                                RequestId.fresh(),
                                PersonDetails.named("N" + System.identityHashCode(site), "N"),
                                EnrolOutcome.Duplicates.REFUSED);
        assertThat(((EnrolOutcome.Enrolled) again).person().id().number())
                .isGreaterThan(person.number());
    }

    static List<byte[]> windows(Home home) throws Exception {
        var secret = Files.readString(home.unlockSecret()).strip().getBytes(StandardCharsets.UTF_8);
        return OpenedKeys.everyWindow(home.vault(), secret);
    }

    static boolean opens(List<byte[]> windows, PersonId person, PrivacyDesk.Relic relic) {
        return OpenedKeys.opens(
                windows,
                person.number(),
                relic.seed(),
                relic.sealed(),
                relic.place().getBytes(StandardCharsets.US_ASCII));
    }

    /// A white picture with noise across its middle, where the run of bytes lies that is looked for. Small: each
    /// is tried with every key that could be one.
    static byte[] noise(int seed) throws Exception {
        var image = new java.awt.image.BufferedImage(100, 100, 1);
        var random = new Random(seed);
        for (var x = 0; x < 100; x++) {
            for (var y = 0; y < 100; y++) {
                image.setRGB(x, y, y < 36 || y >= 64 ? 0xFFFFFF : random.nextInt());
            }
        }
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /// Every column of every row, one after the other.
    static byte[] dump(Site site) {
        return site.books().read(DeletedIsDeletedContract::dump);
    }

    /// Everything that is kept for repeats, in clear.
    static byte[] keptAnswers(Site site) {
        var out = new java.io.ByteArrayOutputStream();
        site.books()
                .read(sql -> sql.selectFrom(REQUEST).fetch(REQUEST.SEALED_ANSWER))
                .forEach(sealed -> site.vault().openAnswer(sealed).ifPresent(out::writeBytes));
        return out.toByteArray();
    }

    /// Which tables still hold a text.
    private static List<String> holding(Site site, String text) {
        return site.books()
                .read(sql ->
                        app.lodge.core.books.tables.DefaultSchema.DEFAULT_SCHEMA
                                .getTables()
                                .stream()
                                .filter(table ->
                                        sql.selectFrom(table).fetch().toString().contains(text))
                                .map(org.jooq.Named::getName)
                                .toList());
    }

    private static byte[] dump(DSLContext sql) {
        var out = new java.io.ByteArrayOutputStream();
        var tables =
                new ArrayList<>(
                        app.lodge.core.books.tables.DefaultSchema.DEFAULT_SCHEMA.getTables());
        for (var table : tables) {
            for (var row : sql.selectFrom(table).fetch()) {
                for (var i = 0; i < row.size(); i++) {
                    var value = row.get(i);
                    out.writeBytes(
                            value instanceof byte[] bytes
                                    ? bytes
                                    : String.valueOf(value).getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            }
        }
        return out.toByteArray();
    }
}
