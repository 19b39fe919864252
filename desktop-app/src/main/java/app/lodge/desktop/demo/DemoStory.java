package app.lodge.desktop.demo;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.SyncState;
import app.lodge.core.journal.Journal;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.PersonnelImport.RowState;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.reports.catalogue.ReceiptFormat;
import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOrder;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What happens at the demo's site, one method a step. Each returns what came of it in a few words, and
/// throws when it is not what must be.
final class DemoStory {

    private static final String EXAMPLE = "example-personnel.csv";
    private static final int FAULTS_IN_EXAMPLE = 7;
    private static final Money TOP_UP = Money.of(5000, "EUR");
    private static final int PAYMENTS = 12;
    private static final int KILLED_AT = 5;
    private static final int COMPARTMENT = 7;

    private final DemoSite site;
    private final Path out;
    private final Leftovers leftovers;
    private final Map<String, DeviceProcess> devices = new java.util.LinkedHashMap<>();
    private PersonId person = new PersonId(0);
    private MediumId card = new MediumId(0);
    private String uid = "";
    private long paidMinor;
    private int paidTimes;

    DemoStory(DemoSite site, Path out, Leftovers leftovers) {
        this.site = site;
        this.out = out;
        this.leftovers = leftovers;
    }

    String enrol() throws IOException {
        var details =
                new PersonDetails(
                        "Hannah",
                        "Lindqvist",
                        java.time.LocalDate.of(1991, 4, 17),
                        "P-90001",
                        "hannah.lindqvist@example.org",
                        "",
                        "Harbour office",
                        "Hafenstraße",
                        "12",
                        "20457",
                        "Hamburg",
                        "DE",
                        "");
        var people = site.door(People.class);
        var outcome =
                people.enrol(
                        site.actor(), RequestId.fresh(), details, EnrolOutcome.Duplicates.REFUSED);
        if (!(outcome instanceof EnrolOutcome.Enrolled(var enrolled, var account))) {
            throw new IllegalStateException("Enrolment answered " + outcome);
        }
        person = enrolled.id();
        var photo =
                people.photograph(site.actor(), RequestId.fresh(), person, DemoPortrait.jpeg(0));
        must(photo instanceof PhotoOutcome.Kept, "The photograph was answered by " + photo);
        return "person %d with account %d and photograph"
                .formatted(person.number(), account.number());
    }

    String importPeople() throws IOException {
        PersonnelFile file;
        try (var stream = People.class.getResourceAsStream(EXAMPLE)) {
            if (stream == null) {
                throw new IllegalStateException(EXAMPLE + " is missing");
            }
            file = new PersonnelFile(EXAMPLE, stream.readAllBytes());
        }
        var imports = site.door(PersonnelImport.class);
        var mapping = imports.open(site.actor(), file).mapping();
        var preview = imports.preview(site.actor(), file, mapping);
        var faulty = preview.count(RowState.FAULTY);
        must(
                faulty == FAULTS_IN_EXAMPLE,
                "The preview shows %d faults instead of %d".formatted(faulty, FAULTS_IN_EXAMPLE));
        var outcome = imports.apply(site.actor(), RequestId.fresh(), file, mapping, List.of());
        must(outcome.problems().isEmpty(), "The import has problems: " + outcome.problems());
        return "%d enrolled, %d faulty rows shown and left out"
                .formatted(outcome.enrolled(), outcome.faulty());
    }

    String topUp() throws IOException {
        var accounts = site.door(Accounts.class);
        var outcome =
                accounts.topUp(
                        site.actor(), RequestId.fresh(), account().id(), TOP_UP, PaymentMeans.CASH);
        if (!(outcome instanceof TopUpOutcome.ToppedUp(var after, var receipt))) {
            throw new IllegalStateException("The top-up answered " + outcome);
        }
        var reports = site.door(Reports.class);
        keep("receipt.txt", reports.receipt(site.actor(), receipt, ReceiptFormat.TEXT, ""));
        keep("receipt.pdf", reports.receipt(site.actor(), receipt, ReceiptFormat.ROLL, ""));
        return "%s, balance %s, receipt %s-%d"
                .formatted(TOP_UP, after.balance(), receipt.series(), receipt.number());
    }

    String addDevices() throws IOException {
        for (var kind : List.of(DeviceKind.LOCKER_CABINET, DeviceKind.PAYMENT_POINT)) {
            var name = kind == DeviceKind.LOCKER_CABINET ? "lockers-1" : "canteen-1";
            var outcome =
                    site.door(Devices.class)
                            .add(site.actor(), RequestId.fresh(), name, kind, name, "Hall B");
            if (!(outcome instanceof Devices.AddOutcome.Added(var _, var code))) {
                throw new IllegalStateException("Adding %s answered %s".formatted(name, outcome));
            }
            var codeFile = Files.writeString(site.home().resolve(name + ".code"), code.code());
            var process =
                    DeviceProcess.start(
                            leftovers,
                            site.home(),
                            name,
                            codeFile,
                            site.home().resolve("virtual").resolve(name));
            devices.put(name, process);
        }
        for (var name : devices.keySet()) {
            DemoSite.await(name + " to be online", () -> view(name).online());
        }
        return "lockers-1 and canteen-1 joined and are online, each a process of its own";
    }

    String configure() {
        var changed = new ArrayList<String>();
        for (var name : devices.keySet()) {
            var device = view(name).device();
            var outcome =
                    site.door(Devices.class)
                            .configure(
                                    site.actor(),
                                    RequestId.fresh(),
                                    device.id(),
                                    Map.of("ask.timeout", "2"));
            if (!(outcome instanceof Devices.ConfigureOutcome.Configured(var view))) {
                throw new IllegalStateException("Configuring answered " + outcome);
            }
            var version = view.desiredVersion();
            DemoSite.await(
                    name + " to confirm its configuration",
                    () ->
                            view(name).reportedVersion() >= version
                                    && view(name).sync() == SyncState.IN_SYNC);
            changed.add("%s confirmed version %d".formatted(name, version));
        }
        return String.join(", ", changed);
    }

    void issued(MediumId medium, Uid chip) {
        card = medium;
        uid = chip.hex();
    }

    PersonId person() {
        return person;
    }

    String assign() {
        var outcome =
                site.door(Devices.class)
                        .assign(
                                site.actor(),
                                RequestId.fresh(),
                                id("lockers-1"),
                                COMPARTMENT,
                                person);
        must(
                outcome instanceof Devices.AssignOutcome.Assigned,
                "The assignment answered " + outcome);
        return "compartment %d of lockers-1 belongs to person %d"
                .formatted(COMPARTMENT, person.number());
    }

    String open() throws IOException {
        var answer = device("lockers-1").ask("open " + uid);
        must(answer.path("ok").asBoolean(), "The cabinet answered " + answer);
        must(
                answer.path("compartment").asInt() == COMPARTMENT,
                "The cabinet opened " + answer.path("compartment"));
        return "compartment %d opened".formatted(answer.path("compartment").asInt());
    }

    String pay() throws IOException {
        var answer = device("canteen-1").ask("tap " + uid + " 4.20");
        paid(answer);
        must(paidTimes == 1, "The payment point answered " + answer);
        settled();
        return "authorised and captured 4.20 EUR, balance " + account().balance();
    }

    /// The bridge is killed while a payment is on its way, started again, and the books are compared
    /// with what the payment point showed.
    String payThroughAKill() throws IOException {
        var point = device("canteen-1");
        for (var i = 1; i <= PAYMENTS; i++) {
            point.say("tap " + uid + " 1.00");
            if (i == KILLED_AT) {
                site.killBridge();
                site.startBridgeAgain();
            }
            paid(point.answer());
            if (i == KILLED_AT) {
                must(
                        point.ask("online").path("ok").asBoolean(),
                        "The payment point did not come back");
            }
        }
        settled();
        return "%d payments shown as paid, %d booked, nothing lost, nothing twice; balance %s"
                .formatted(paidTimes, bookedPayments().size(), account().balance());
    }

    String block() {
        var outcome =
                site.door(Media.class)
                        .block(site.actor(), RequestId.fresh(), card, BlockReason.LOST);
        must(outcome instanceof Media.BlockOutcome.Blocked, "The block answered " + outcome);
        DemoSite.await(
                "every device to confirm the block",
                () -> {
                    var spread = site.door(Media.class).spread(site.actor(), card);
                    return spread.unconfirmed().isEmpty()
                            && spread.confirmed().size() == devices.size();
                });
        return "confirmed by " + String.join(" and ", devices.keySet());
    }

    String refused() throws IOException {
        var atPoint = device("canteen-1").ask("tap " + uid + " 1.00");
        var atCabinet = device("lockers-1").ask("open " + uid);
        must(!atPoint.path("ok").asBoolean(), "The payment point answered " + atPoint);
        must(!atCabinet.path("ok").asBoolean(), "The cabinet answered " + atCabinet);
        must(account().balance().equals(expected()), "A blocked card moved money");
        return "canteen-1: %s, lockers-1: %s"
                .formatted(atPoint.path("why").asText(), atCabinet.path("why").asText());
    }

    String reports() throws IOException {
        var reports = site.door(Reports.class);
        var number = String.valueOf(person.number());
        var orders =
                Map.of(
                        "account-statement.pdf",
                        order(ReportKind.ACCOUNT_STATEMENT, Map.of("person", number)),
                        "device-journal.pdf",
                        order(ReportKind.DEVICE_JOURNAL, Map.of("device", "canteen-1")),
                        "issued-cards.pdf",
                        order(ReportKind.ISSUED_CARDS, Map.of()));
        for (var order : orders.entrySet()) {
            keep(order.getKey(), reports.render(site.actor(), order.getValue()));
        }
        return "account statement, device journal, issued cards";
    }

    String verifyJournal() throws IOException {
        var verification = site.door(Journal.class).verify(site.actor());
        if (!(verification instanceof Journal.Verification.Intact(long rows, String head))) {
            throw new IllegalStateException("The journal answered " + verification);
        }
        Files.writeString(out.resolve("journal-head.txt"), rows + " " + head + "\n");
        return "%d rows, head %s…".formatted(rows, head.substring(0, 16));
    }

    void endDevices() {
        devices.values().forEach(DeviceProcess::close);
    }

    private void paid(com.fasterxml.jackson.databind.JsonNode answer) {
        if (answer.path("ok").asBoolean()) {
            paidTimes++;
            paidMinor += answer.path("minor").asLong();
        }
    }

    /// Every event is in the books, and the books say what the payment point showed.
    private void settled() throws IOException {
        must(
                device("canteen-1").ask("settle").path("ok").asBoolean(),
                "The payment point's events did not reach the books");
        DemoSite.await("the account to hold nothing back", () -> account().reserved().minor() == 0);
        var booked = bookedPayments();
        must(
                booked.size() == paidTimes,
                "%d payments shown and %d booked".formatted(paidTimes, booked.size()));
        must(
                account().balance().equals(expected()),
                "Balance %s instead of %s".formatted(account().balance(), expected()));
    }

    private Money expected() {
        return TOP_UP.minus(Money.of(paidMinor, "EUR"));
    }

    private List<?> bookedPayments() {
        return site
                .door(Accounts.class)
                .movements(site.actor(), account().id(), LookPurpose.AUDIT, null, 200)
                .rows()
                .stream()
                .filter(movement -> movement.kind() == PostingKind.PAYMENT)
                .toList();
    }

    private Account account() {
        return site.door(Accounts.class).ofPerson(site.actor(), person).orElseThrow();
    }

    private app.lodge.core.devices.DeviceView view(String name) {
        return site.door(Devices.class).named(site.actor(), name).orElseThrow();
    }

    private DeviceId id(String name) {
        return view(name).device().id();
    }

    private DeviceProcess device(String name) {
        return java.util.Objects.requireNonNull(devices.get(name), name);
    }

    private static ReportOrder order(ReportKind kind, Map<String, String> parameters) {
        return ReportOrder.file(kind, parameters, ReportFormat.PDF, "");
    }

    private void keep(String name, ReportOutcome outcome) throws IOException {
        if (!(outcome instanceof ReportOutcome.Rendered rendered)) {
            throw new IllegalStateException("%s was answered by %s".formatted(name, outcome));
        }
        Files.write(out.resolve(name), rendered.content());
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
