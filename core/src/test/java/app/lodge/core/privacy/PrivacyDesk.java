package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.PERSON_KEY;
import static app.lodge.core.books.tables.Tables.PERSON_SIGNATURE;
import static app.lodge.core.books.tables.Tables.PHOTO;
import static app.lodge.core.books.tables.Tables.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldEvent;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.PhotoDecision;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.people.PhotoReason;
import app.lodge.core.people.PhotoSource;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.SignatureOutcome;
import app.lodge.core.people.SignatureSource;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// A site in a folder and somebody who has used all of it, with data that nothing else resembles.
public final class PrivacyDesk {

    public static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    public static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    public static final String SURNAME_BEFORE = "Quetzalcoatlova";
    public static final PersonDetails ZVJEZDANA =
            new PersonDetails(
                    "Zvjezdana王小明",
                    "Šćepanović-Żółkiewska",
                    LocalDate.parse("1987-06-05"),
                    "PN-7741903-XQ",
                    "zvjezdana.unica@example.test",
                    "+385 91 5550 7741",
                    "Odjel Čudnovatih Poslova",
                    "Krvavi most 盐路",
                    "17bis/Q",
                    "HR-10997",
                    "Đurđevac-Zdenci",
                    "HR",
                    "Poslovnica Neviđena");

    public static SiteSettings settings() {
        return SiteSettings.of("Hof", EUR, ZoneId.of("Europe/Vienna"), "de");
    }

    /// @param properties of `lodge.properties`, empty for the embedded books
    public static Home home(Path folder, String properties) throws Exception {
        var home = new Home(folder);
        Files.createDirectories(folder);
        if (!properties.isEmpty()) {
            Files.writeString(home.properties(), properties);
        }
        Site.create(
                home,
                settings(),
                "chief",
                "correct horse".toCharArray(),
                InstantSource.fixed(NOW),
                CHEAP);
        return home;
    }

    public static Site open(Home home) throws Exception {
        return Site.open(home, InstantSource.fixed(NOW), CHEAP);
    }

    /// What is looked for afterwards.
    public static TracesOf traces(List<byte[]> photos) {
        var traces = new TracesOf();
        for (var text :
                List.of(
                        ZVJEZDANA.givenName(),
                        ZVJEZDANA.familyName(),
                        SURNAME_BEFORE,
                        "1987-06-05",
                        ZVJEZDANA.personnelNumber(),
                        ZVJEZDANA.email(),
                        ZVJEZDANA.phone(),
                        ZVJEZDANA.group(),
                        ZVJEZDANA.street(),
                        ZVJEZDANA.houseNumber(),
                        ZVJEZDANA.postcode(),
                        ZVJEZDANA.town(),
                        TiedDown.IBAN,
                        TiedDown.BANK_STREET)) {
            traces.text(text);
        }
        for (var photo : photos) {
            traces.bytes(
                    "photo",
                    java.util.Arrays.copyOfRange(photo, photo.length / 2, photo.length / 2 + 48));
        }
        return traces;
    }

    private final Site site;
    private long payments;

    public PrivacyDesk(Site site) {
        this.site = site;
    }

    /// Rejected if it is the first one that waits, left waiting if not.
    private void proposed(PersonId person, byte[] photo) {
        var portraits = site.portraits();
        var rejects =
                portraits.history(CLERK, person).stream()
                        .noneMatch(one -> one.state() == PhotoState.REJECTED);
        var kept = portraits.handIn(CLERK, RequestId.fresh(), person, PhotoSource.FOLDER, photo);
        var number = ((PhotoOutcome.Kept) kept).photo();
        if (rejects) {
            assertThat(
                            portraits.reject(
                                    CLERK,
                                    RequestId.fresh(),
                                    number,
                                    PhotoState.PROPOSED,
                                    PhotoReason.POOR_PICTURE))
                    .isInstanceOf(PhotoDecision.Decided.class);
        }
    }

    /// Imported under another name, changed, photographed twice, and met again at an enrolment.
    public PersonId imported(List<byte[]> photos) {
        var rows =
                "Vorname;Nachname;Geburtsdatum;Nr;Mail;Tel;Abt;Strasse;HNr;PLZ;Ort;Land\n"
                        + String.join(
                                ";",
                                ZVJEZDANA.givenName(),
                                SURNAME_BEFORE,
                                "1987-06-05",
                                ZVJEZDANA.personnelNumber(),
                                ZVJEZDANA.email(),
                                ZVJEZDANA.phone(),
                                ZVJEZDANA.group(),
                                ZVJEZDANA.street(),
                                ZVJEZDANA.houseNumber(),
                                ZVJEZDANA.postcode(),
                                ZVJEZDANA.town(),
                                ZVJEZDANA.country())
                        + "\n;;31.02.1999;"
                        + ZVJEZDANA.personnelNumber()
                        + ";;;;;;;;\n";
        var columns =
                Map.ofEntries(
                        Map.entry("Vorname", "givenName"),
                        Map.entry("Nachname", "familyName"),
                        Map.entry("Geburtsdatum", "birthDate"),
                        Map.entry("Nr", "personnelNumber"),
                        Map.entry("Mail", "email"),
                        Map.entry("Tel", "phone"),
                        Map.entry("Abt", "group"),
                        Map.entry("Strasse", "street"),
                        Map.entry("HNr", "houseNumber"),
                        Map.entry("PLZ", "postcode"),
                        Map.entry("Ort", "town"),
                        Map.entry("Land", "country"));
        var outcome =
                site.personnelImport()
                        .apply(
                                CLERK,
                                RequestId.fresh(),
                                new PersonnelFile("p.csv", rows.getBytes(StandardCharsets.UTF_8)),
                                new Mapping("erp", columns),
                                List.of());
        assertThat(outcome.enrolled()).as("%s", outcome).isEqualTo(1);
        var person = site.people().list(CLERK, SURNAME_BEFORE, null, 5).rows().getFirst();
        assertThat(
                        site.people()
                                .change(
                                        CLERK,
                                        RequestId.fresh(),
                                        person.id(),
                                        person.revision(),
                                        ZVJEZDANA))
                .isInstanceOf(ChangeOutcome.Changed.class);
        photos.stream()
                .limit(2)
                .forEach(photo ->
                        assertThat(
                                        site.people()
                                                .photograph(
                                                        CLERK,
                                                        RequestId.fresh(),
                                                        person.id(),
                                                        photo))
                                .isInstanceOf(PhotoOutcome.Kept.class));
        photos.stream().skip(2).forEach(photo -> proposed(person.id(), photo));
        photos.forEach(drawn ->
                assertThat(
                                site.signatures()
                                        .keep(
                                                CLERK,
                                                RequestId.fresh(),
                                                person.id(),
                                                SignatureSource.FILE,
                                                drawn))
                        .isInstanceOf(SignatureOutcome.Kept.class));
        assertThat(
                        site.people()
                                .enrol(
                                        CLERK,
                                        RequestId.fresh(),
                                        ZVJEZDANA,
                                        EnrolOutcome.Duplicates.REFUSED))
                .isInstanceOf(EnrolOutcome.PossibleDuplicate.class);
        return person.id();
    }

    public PersonId enrolled(PersonDetails details) {
        var outcome =
                site.people()
                        .enrol(CLERK, RequestId.fresh(), details, EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) outcome).person().id();
    }

    public DeviceId device(String name, DeviceKind kind) {
        var added =
                (Devices.AddOutcome.Added)
                        site.devices().add(CHIEF, RequestId.fresh(), name, kind, name, "hall");
        site.field()
                .redeem(
                        name,
                        added.code().code(),
                        "0A" + added.device().id().number(),
                        NOW.plusSeconds(9_999_999));
        return added.device().id();
    }

    public MediumId card(PersonId person, Uid uid) {
        return card(person, uid, "DESFire EV2");
    }

    public MediumId card(PersonId person, Uid uid, String chip) {
        var job =
                ((OrderOutcome.Ordered)
                                site.cardJobs()
                                        .order(
                                                CLERK,
                                                RequestId.fresh(),
                                                new CardOrder(person, "file:/x", "r", "staff@1")))
                        .job();
        site.cardJobs().advance(CLERK, job.id(), JobState.FED, Map.of());
        site.cardJobs().bind(CLERK, job.id(), uid, chip, 1);
        for (var next :
                List.of(
                        JobState.ENCODED,
                        JobState.VERIFIED,
                        JobState.PRINTING,
                        JobState.PRINTED,
                        JobState.ISSUED)) {
            site.cardJobs().advance(CLERK, job.id(), next, Map.of());
        }
        awaitOnTills("allow", uid);
        return job.medium();
    }

    /// The lists follow the books on a thread of their own.
    private void awaitOnTills(String list, Uid uid) {
        var deadline = System.nanoTime() + java.time.Duration.ofSeconds(60).toNanos();
        for (var device : site.field().devices()) {
            while (device.kind() == DeviceKind.PAYMENT_POINT
                    && site.field().delta(device.id(), list, 0).add().stream()
                            .noneMatch(entry -> entry.credential().equals(uid.hex()))) {
                assertThat(System.nanoTime()).as("%s in %s", uid, list).isLessThan(deadline);
                Thread.yield();
            }
        }
    }

    public void topUp(PersonId person, long minor) {
        var account = site.accounts().ofPerson(CLERK, person).orElseThrow();
        var outcome =
                site.accounts()
                        .topUp(
                                CLERK,
                                RequestId.fresh(),
                                account.id(),
                                new Money(minor, EUR),
                                PaymentMeans.CASH);
        var receipt = ((TopUpOutcome.ToppedUp) outcome).receipt();
        site.accounts().copyOfReceipt(CLERK, receipt.posting());
    }

    public void pay(DeviceId till, Uid card, long minor) {
        payments++;
        var actor = Actor.device(till.number(), "till-1");
        var ask = "ask-" + payments;
        var amount = new Money(minor, EUR);
        assertThat(site.payments().authorise(actor, till.number(), new Ask(ask, card, amount, NOW)))
                .isInstanceOf(Authorisation.Approved.class);
        var posting =
                site.payments()
                        .book(
                                actor,
                                till.number(),
                                new PaymentEvent(payments, ask, card, amount, NOW));
        site.field()
                .takeIn(
                        actor,
                        till,
                        new FieldEvent(
                                payments,
                                "payment",
                                NOW,
                                card.hex(),
                                "{\"credential\":\"%s\",\"seq\":%d}"
                                        .formatted(card.hex(), payments)),
                        posting,
                        "");
    }

    public void block(MediumId medium) {
        site.media().block(CLERK, RequestId.fresh(), medium, BlockReason.OTHER);
        awaitOnTills("block", site.media().find(CLERK, medium).orElseThrow().uid());
    }

    /// A sealed value as an old page, a log or a backup may still hold it.
    ///
    /// @param seed what stood in `person_key`
    public record Relic(String what, byte[] seed, byte[] sealed, String place) {}

    /// Everything sealed about a person, taken before the erasure.
    public List<Relic> relics(PersonId person) {
        return site.books()
                .read(sql -> {
                    var relics = new ArrayList<Relic>();
                    var seed =
                            sql.select(PERSON_KEY.WRAPPED)
                                    .from(PERSON_KEY)
                                    .where(PERSON_KEY.PERSON_ID.eq(person.number()))
                                    .fetchSingle()
                                    .value1();
                    sql.selectFrom(PERSON)
                            .where(PERSON.ID.eq(person.number()))
                            .forEach(row ->
                                    relics.add(
                                            new Relic(
                                                    "details",
                                                    seed,
                                                    row.get(PERSON.SEALED),
                                                    "person.sealed/" + row.get(PERSON.REVISION))));
                    sql.selectFrom(PHOTO)
                            .where(PHOTO.PERSON_ID.eq(person.number()))
                            .forEach(row ->
                                    relics.add(
                                            new Relic(
                                                    "photo",
                                                    seed,
                                                    row.get(PHOTO.SEALED),
                                                    "photo.sealed/" + row.get(PHOTO.ID))));
                    sql.selectFrom(PERSON_SIGNATURE)
                            .where(PERSON_SIGNATURE.PERSON_ID.eq(person.number()))
                            .forEach(row ->
                                    relics.add(
                                            new Relic(
                                                    "signature",
                                                    seed,
                                                    row.get(PERSON_SIGNATURE.SEALED),
                                                    "person_signature.sealed/"
                                                            + row.get(PERSON_SIGNATURE.ID))));
                    sql.selectFrom(REQUEST)
                            .where(REQUEST.DOOR.startsWith("people."))
                            .forEach(row ->
                                    relics.add(
                                            new Relic(
                                                    "answer of " + row.get(REQUEST.DOOR),
                                                    seed,
                                                    row.get(REQUEST.SEALED_ANSWER),
                                                    "")));
                    return relics;
                });
    }
}
