package app.lodge.reports.verifier;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices.AddOutcome;
import app.lodge.core.journal.JournalExports.Export;
import app.lodge.core.journal.JournalExports.ExportOutcome;
import app.lodge.core.journal.Seals;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.EnrolOutcome.Duplicates;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real site with a short, eventful life: people, cards, payments, holds that end in every way, staff
/// actions, four seals and a new signing key.
final class ExampleJournal implements AutoCloseable {

    static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "Schalter\t1 \\ Süd");
    static final Actor AUDITOR = new Actor(7, "Prüfer", Role.AUDITOR, "desk-2");
    private static final Actor SYSTEM = Actor.system("bridge");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);

    final Site site;
    private Instant now = Instant.parse("2026-11-22T08:00:00.000001Z");
    private final Actor point;
    private final long device;
    private int seq;

    ExampleJournal(Path folder) throws Exception {
        var home = new Home(folder);
        Site.create(
                home,
                SiteSettings.of("Łódź & Söhne", EUR, ZoneId.of("Europe/Warsaw"), "pl"),
                "chief",
                "correct horse".toCharArray(),
                () -> now,
                CHEAP);
        site = Site.open(home, () -> now, CHEAP);
        var added =
                (AddOutcome.Added)
                        site.devices()
                                .add(
                                        CHIEF,
                                        RequestId.fresh(),
                                        "till-1",
                                        DeviceKind.PAYMENT_POINT,
                                        "Kantine",
                                        "");
        device = added.device().id().number();
        point = Actor.device(device, "till-1");
    }

    /// Everything that happens here, in three sealed days.
    ExampleJournal live() {
        var anna = enrol("Anna", "Nowak", "04A1B2C3D40001");
        var ben = enrol("Ben", "Kowalski", "04A1B2C3D40002");
        topUp(anna, 5_000, PaymentMeans.CASH);
        topUp(ben, 2_000, PaymentMeans.CARD_TERMINAL);
        site.seals().seal(SYSTEM);
        now = now.plus(Duration.ofDays(1));
        pay("ask-1", "04A1B2C3D40001", 450);
        authorise("ask-2", "04A1B2C3D40002", 600);
        site.payments().release(point, device, "ask-2");
        authorise("ask-3", "04A1B2C3D40002", 700);
        now = now.plus(Duration.ofHours(2));
        site.payments().expireHolds(SYSTEM);
        site.seals().rotateKey(CHIEF);
        now = now.plus(Duration.ofDays(1));
        offline("04A1B2C3D40099", 300);
        offline("04A1B2C3D40002", 2_500);
        site.seals().seal(CHIEF); // by hand
        site.accounts().block(CHIEF, RequestId.fresh(), anna, BlockReason.LOST);
        site.accounts().unblock(CHIEF, RequestId.fresh(), anna);
        authorise("ask-4", "04A1B2C3D40001", 1_000);
        return this;
    }

    Export begin() {
        return ((ExportOutcome.Begun) site.journalExports().begin(AUDITOR, RequestId.fresh()))
                .export();
    }

    byte[] export() {
        var export = begin();
        var text = new StringBuilder();
        String after = null;
        do {
            var piece = site.journalExports().read(AUDITOR, export, after);
            text.append(piece.lines());
            after = next(piece.next());
        } while (after != null);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String next(@Nullable String next) {
        return next;
    }

    Seals seals() {
        return site.seals();
    }

    private AccountId enrol(String given, String family, String uid) {
        var outcome =
                site.people()
                        .enrol(
                                CHIEF,
                                RequestId.fresh(),
                                PersonDetails.named(given, family),
                                Duplicates.values()[0]);
        var person = ((EnrolOutcome.Enrolled) outcome).person().id();
        card(person, uid);
        return site.accounts().ofPerson(CHIEF, person).orElseThrow().id();
    }

    private void card(PersonId person, String uid) {
        var ordered =
                (OrderOutcome.Ordered)
                        site.cardJobs()
                                .order(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new CardOrder(person, "virtual:p", "virtual:r", "plain"));
        var job = ordered.job().id();
        site.cardJobs().advance(CHIEF, job, JobState.FED, Map.of());
        site.cardJobs().bind(CHIEF, job, new Uid(uid), "DESFIRE_EV3", 1);
        for (var state :
                new JobState[] {
                    JobState.ENCODED,
                    JobState.VERIFIED,
                    JobState.PRINTING,
                    JobState.PRINTED,
                    JobState.ISSUED
                }) {
            site.cardJobs().advance(CHIEF, job, state, Map.of());
        }
    }

    void topUp(AccountId account, long cents, PaymentMeans means) {
        site.accounts().topUp(CHIEF, RequestId.fresh(), account, new Money(cents, EUR), means);
    }

    private void authorise(String ask, String uid, long cents) {
        site.payments()
                .authorise(point, device, new Ask(ask, new Uid(uid), new Money(cents, EUR), now));
    }

    private void pay(String ask, String uid, long cents) {
        authorise(ask, uid, cents + 50);
        book(ask, uid, cents);
    }

    private void offline(String uid, long cents) {
        book("", uid, cents);
    }

    private void book(String ask, String uid, long cents) {
        var event = new PaymentEvent(++seq, ask, new Uid(uid), new Money(cents, EUR), now);
        site.payments().book(point, device, event);
    }

    @Override
    public void close() {
        site.close();
    }
}
