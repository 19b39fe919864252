package app.lodge.desktop.demo;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Signatures;
import app.lodge.core.purse.Purses;
import app.lodge.core.settings.Settings;
import app.lodge.core.work.Progress;
import app.lodge.desktop.workstation.CardMachines;
import app.lodge.desktop.workstation.CardMachines.CardDoors;
import app.lodge.desktop.workstation.CardsInMaking;
import app.lodge.desktop.workstation.DeskReaders;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Fills an empty site the way a site fills itself: through the doors, the card machines and the
/// field network. Afterwards it has people, balances, cards, devices and a morning's payments.
final class LivelySite {

    private static final String EXAMPLE = "example-personnel.csv";
    private static final int HOLDERS = 7;
    private static final int TOPPED_UP = 36;
    private static final int TAPS = 42;

    /// What things cost in a canteen and at a kiosk, in cents.
    private static final int[] PRICES = {420, 350, 180, 640, 120, 290, 515, 95, 760, 240};

    private final DemoSite site;
    private final DemoDevices devices;
    private final List<Holder> holders = new ArrayList<>();

    LivelySite(DemoSite site, DemoDevices devices) {
        this.site = site;
        this.devices = devices;
    }

    private record Holder(PersonId person, MediumId card, String uid) {}

    /// Devices first: they start while people are made.
    void fill() throws Exception {
        var canteen = add("canteen-1", DeviceKind.PAYMENT_POINT, "Canteen", "Hall B");
        var kiosk = add("kiosk-1", DeviceKind.PAYMENT_POINT, "Kiosk", "Foyer");
        var lockers = add("lockers-1", DeviceKind.LOCKER_CABINET, "Lockers", "Changing room");
        importPeople();
        var people = someOfThem();
        topUp(people);
        issueCards(people);
        for (var name : List.of("canteen-1", "kiosk-1", "lockers-1")) {
            DemoSite.await(name + " to be online", () -> view(name).online());
            configure(name, Map.of("ask.timeout", "2"));
        }
        assignCompartments();
        openCompartments(lockers);
        pay(canteen, kiosk);
        block(holders.getLast());
        announce("kiosk-2", DeviceKind.PAYMENT_POINT, "Second kiosk", "Car park");
    }

    private DeviceProcess add(String name, DeviceKind kind, String label, String place)
            throws IOException {
        return devices.join(name, announce(name, kind, label, place));
    }

    /// Makes a device known.
    ///
    /// @return its one-time code
    private String announce(String name, DeviceKind kind, String label, String place) {
        var outcome =
                site.door(Devices.class)
                        .add(site.actor(), RequestId.fresh(), name, kind, label, place);
        if (!(outcome instanceof Devices.AddOutcome.Added(var _, var code))) {
            throw new IllegalStateException("Adding %s answered %s".formatted(name, outcome));
        }
        return code.code();
    }

    private void importPeople() throws IOException {
        PersonnelFile file;
        try (var stream = People.class.getResourceAsStream(EXAMPLE)) {
            if (stream == null) {
                throw new IllegalStateException(EXAMPLE + " is missing");
            }
            file = new PersonnelFile(EXAMPLE, stream.readAllBytes());
        }
        var imports = site.door(PersonnelImport.class);
        var mapping = imports.open(site.actor(), file).mapping();
        imports.apply(site.actor(), RequestId.fresh(), file, mapping, List.of());
    }

    /// Every fifth of the first people by name, so that names differ.
    private List<Person> someOfThem() {
        var first = site.door(People.class).list(site.actor(), "", null, TOPPED_UP * 5).rows();
        var some = new ArrayList<Person>();
        for (var i = 0; i < first.size(); i += 5) {
            some.add(first.get(i));
        }
        return some;
    }

    private void topUp(List<Person> people) {
        var accounts = site.door(Accounts.class);
        for (var i = 0; i < people.size(); i++) {
            var account = accounts.ofPerson(site.actor(), people.get(i).id()).orElseThrow();
            var amount = Money.of(2000 + 500 * (i * 7 % 9), "EUR");
            var means = i % 3 == 0 ? PaymentMeans.CARD_TERMINAL : PaymentMeans.CASH;
            accounts.topUp(site.actor(), RequestId.fresh(), account.id(), amount, means);
        }
    }

    private void issueCards(List<Person> people) throws Exception {
        var machines =
                new CardMachines(
                        site.home(),
                        new CardsInMaking(site.home()),
                        new CardDoors(
                                site.door(People.class),
                                site.door(Settings.class),
                                site.door(CardJobs.class),
                                site.door(CardKeys.class),
                                site.door(Media.class),
                                site.door(Purses.class),
                                site.door(EncodingPlans.class),
                                site.door(CardLayouts.class),
                                site.door(Portraits.class),
                                site.door(Signatures.class)));
        for (var i = 0; i < HOLDERS; i++) {
            var person = people.get(i).id();
            site.door(People.class)
                    .photograph(site.actor(), RequestId.fresh(), person, DemoPortrait.jpeg(i));
            var order =
                    new IssueOrder(
                            RequestId.fresh(),
                            person,
                            "file:" + site.home().resolve("cards"),
                            DeskReaders.VIRTUAL,
                            "staff");
            var outcome = machines.issue(site.actor(), order, Progress.unwatched());
            if (!(outcome instanceof IssueOutcome.Issued(var job, var uid))) {
                throw new IllegalStateException("Issuing answered " + outcome);
            }
            holders.add(new Holder(person, job.medium(), uid.hex()));
        }
    }

    private void configure(String name, Map<String, String> changes) {
        site.door(Devices.class).configure(site.actor(), RequestId.fresh(), id(name), changes);
    }

    private void assignCompartments() {
        for (var i = 0; i < holders.size(); i++) {
            site.door(Devices.class)
                    .assign(
                            site.actor(),
                            RequestId.fresh(),
                            id("lockers-1"),
                            1 + 2 * i,
                            holders.get(i).person());
        }
    }

    private void openCompartments(DeviceProcess lockers) throws IOException {
        for (var holder : holders) {
            lockers.ask("open " + holder.uid());
        }
    }

    private void pay(DeviceProcess canteen, DeviceProcess kiosk) throws IOException {
        for (var i = 0; i < TAPS; i++) {
            var point = i % 3 == 2 ? kiosk : canteen;
            var holder = holders.get(i % HOLDERS);
            var cents = PRICES[i * 3 % PRICES.length];
            point.ask(
                    String.format(
                            Locale.ROOT, "tap %s %d.%02d", holder.uid(), cents / 100, cents % 100));
        }
        canteen.ask("settle");
        kiosk.ask("settle");
    }

    private void block(Holder holder) {
        var media = site.door(Media.class);
        media.block(site.actor(), RequestId.fresh(), holder.card(), BlockReason.LOST);
        DemoSite.await(
                "every device to confirm the block",
                () -> media.spread(site.actor(), holder.card()).unconfirmed().isEmpty());
    }

    private DeviceId id(String name) {
        return view(name).device().id();
    }

    private app.lodge.core.devices.DeviceView view(String name) {
        return site.door(Devices.class).named(site.actor(), name).orElseThrow();
    }
}
