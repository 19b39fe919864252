package app.lodge.desktop;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.accounts.Statements;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Chain;
import app.lodge.core.books.Fact;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.devices.Devices;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.journal.Seals;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.media.NumberedMedia;
import app.lodge.core.operators.Operator;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Roles;
import app.lodge.core.operators.StaffRole;
import app.lodge.core.overview.Overview;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.Portraits;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.search.Search;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.desktop.shell.Doors;
import app.lodge.reports.catalogue.ReceiptFormat;
import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOrder;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.catalogue.Reports;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A whole site in memory with thirty people, five devices and a day's movements: what screens are
/// drawn and tested with.
final class FakeSite {

    static final String PASSWORD = "correct horse";

    final FakePeople people = new FakePeople();
    final FakeRights rights = new FakeRights();
    final FakeHolderPins holderPins = new FakeHolderPins();
    final FakeSelfService selfService = new FakeSelfService();
    final FakeAccounts accounts = new FakeAccounts();
    final FakeEncodingPlans encodingPlans = new FakeEncodingPlans();
    final FakeContactKeys contactKeys = new FakeContactKeys();
    final FakeApps apps = new FakeApps();
    final FakeBatches batches = new FakeBatches();
    final FakeLayouts layouts = new FakeLayouts();
    private final Staff staff = new Staff();
    final FakeStock stock = new FakeStock();
    final FakePurses purses = new FakePurses();
    final FakeKeyVersions keyVersions = new FakeKeyVersions();
    final FakeMoney money = new FakeMoney(accounts);
    final FakeHolds holds = new FakeHolds(accounts);
    final FakePostings postings = new FakePostings(accounts);
    final FakeMedia media = new FakeMedia();
    final FakeCash cash = new FakeCash();
    final FakeCentres centres = new FakeCentres();
    final FakeProducts products = new FakeProducts();
    final FakeBank bank = new FakeBank();
    final FakeExports exports = new FakeExports();
    final FakeVirtualSite virtual = new FakeVirtualSite();
    final FakeDeviceUsers deviceUsers = new FakeDeviceUsers();
    final FakeWatch watch = new FakeWatch();
    final FakeParties parties = new FakeParties();
    final FakePointTypes pointTypes = new FakePointTypes();
    final FakeDevices devices = new FakeDevices(people);
    final FakeStation station = new FakeStation(people, media, batches);
    final FakePortraits portraits = new FakePortraits(people);
    final FakeSignatures signatures = new FakeSignatures();
    SiteSettings settings =
            SiteSettings.of(
                    "North School", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "de");

    Doors doors() {
        var all = new HashMap<Class<?>, Object>();
        all.put(People.class, people);
        all.put(PersonnelImport.class, new Imports());
        all.put(Portraits.class, portraits);
        all.put(app.lodge.core.people.Signatures.class, signatures);
        all.put(ImportRuns.class, new FakeImportRuns());
        all.put(app.lodge.core.selfservice.SelfService.class, selfService);
        all.put(Accounts.class, accounts);
        all.put(Postings.class, postings);
        all.put(Statements.class, money.statements());
        all.put(app.lodge.core.accounts.Holds.class, holds);
        all.put(Limits.class, money.limits());
        all.put(Periods.class, money.periods());
        all.put(MoneyRules.class, money.moneyRules());
        all.put(MediaCharges.class, money.mediaCharges());
        all.put(CashDesks.class, cash.desks());
        all.put(Kiosks.class, new FakeKiosks());
        all.put(Approvals.class, cash.approvals());
        all.put(Media.class, media);
        all.put(CardJobs.class, media);
        all.put(app.lodge.core.media.MediaLife.class, media);
        all.put(app.lodge.core.media.ContactKeys.class, contactKeys);
        all.put(app.lodge.core.media.Apps.class, apps);
        all.put(
                NumberedMedia.class,
                (NumberedMedia)
                        (_, _, person, number) ->
                                new NumberedMedia.GiveOutcome.Given(media.give(person, number)));
        all.put(app.lodge.core.stock.Stock.class, stock);
        all.put(app.lodge.core.stock.StockOrders.class, stock);
        all.put(KeyVersions.class, keyVersions);
        all.put(app.lodge.core.operators.OperatorCards.class, new FakeOperatorCards());
        all.put(app.lodge.core.keyversions.Ceremonies.class, new FakeCeremonies());
        all.put(app.lodge.core.encodingplans.EncodingPlans.class, encodingPlans);
        all.put(app.lodge.core.batches.CardBatches.class, batches);
        all.put(app.lodge.core.batches.CardPrices.class, new FakeCardPrices());
        all.put(app.lodge.core.layouts.CardLayouts.class, layouts);
        all.put(app.lodge.core.purse.Purses.class, purses);
        all.put(Devices.class, devices);
        all.put(app.lodge.core.rights.Rights.class, rights);
        all.put(app.lodge.core.rights.RightDrafts.class, rights.drafts);
        all.put(app.lodge.core.pins.HolderPins.class, holderPins);
        all.put(app.lodge.core.devices.DeviceCare.class, new FakeCare());
        var twin = new FakeTwin(devices);
        all.put(app.lodge.core.devices.DeviceTemplates.class, twin);
        all.put(app.lodge.core.devices.Pushes.class, twin);
        all.put(app.lodge.core.devices.DeviceUsers.class, deviceUsers);
        all.put(app.lodge.core.points.PointTypes.class, pointTypes);
        var packages = new FakePackages();
        all.put(app.lodge.core.rollout.Packages.class, packages);
        all.put(app.lodge.core.rollout.Rollouts.class, new FakeRollouts(devices, packages));
        all.put(app.lodge.core.watch.Watch.class, watch);
        all.put(app.lodge.core.watch.parties.Parties.class, parties);
        all.put(app.lodge.core.virtualsite.VirtualSite.class, virtual);
        all.put(app.lodge.core.devices.DeviceBoard.class, new FakeBoard(devices));
        all.put(Journal.class, new Rows());
        all.put(Seals.class, new FakeSeals());
        all.put(Conservation.class, new FakeConservation());
        all.put(Operators.class, staff);
        all.put(Roles.class, new StaffRoles());
        all.put(Settings.class, new SiteDoor());
        all.put(Overview.class, new Today());
        all.put(Search.class, (Search) this::find);
        all.put(Reports.class, new Paper());
        all.put(Privacy.class, new FakePrivacy());
        all.put(app.lodge.reports.privacy.PrivacyPapers.class, new FakePapers());
        all.put(app.lodge.core.costcentres.CostCentres.class, centres);
        all.put(app.lodge.core.groups.Groups.class, centres.groups);
        all.put(app.lodge.core.products.Products.class, products);
        all.put(app.lodge.core.products.Prices.class, products);
        all.put(app.lodge.core.topups.TopUps.class, bank.orders);
        all.put(app.lodge.core.topups.Mandates.class, bank.mandates);
        all.put(app.lodge.core.topups.BankFiles.class, bank.files);
        all.put(app.lodge.core.exports.Exports.class, exports);
        return NearDoors.of(all);
    }

    private List<Search.Hit> find(Actor actor, String text, int limit) {
        var hits = new ArrayList<Search.Hit>();
        media.printed(text)
                .forEach(m ->
                        hits.add(
                                new Search.Hit(Search.Kind.CARD, m.id().number(), m.number(), "")));
        people.matching(text)
                .forEach(p ->
                        hits.add(
                                new Search.Hit(
                                        Search.Kind.PERSON,
                                        p.id().number(),
                                        p.details().fullName(),
                                        "%07d".formatted(p.id().number()))));
        devices.list(actor).stream()
                .filter(d -> d.device().label().toLowerCase().contains(text.toLowerCase()))
                .forEach(d ->
                        hits.add(
                                new Search.Hit(
                                        Search.Kind.DEVICE,
                                        d.device().id().number(),
                                        d.device().label(),
                                        d.device().name())));
        return hits.stream().limit(limit).toList();
    }

    private final class SiteDoor implements Settings {
        @Override
        public SiteSettings site(Actor actor) {
            return settings;
        }

        @Override
        public SettingsOutcome change(Actor actor, RequestId request, SiteSettings wished) {
            settings = wished;
            return new SettingsOutcome.Changed(wished);
        }
    }

    private static final class Today implements Overview {
        @Override
        public Overview.Today today(Actor actor) {
            return new Overview.Today(
                    4,
                    1,
                    List.of("Lockers, gym"),
                    FakeAccounts.euro(128_740),
                    List.of(app.lodge.core.money.Money.of(4_250, "CHF")),
                    342,
                    30,
                    26,
                    List.of(
                            new Task(Kind.CARD_JOB_UNRESOLVED, "job:7", "0000005-03"),
                            new Task(Kind.DEVICE_DRIFTED, "device:2", "Lockers, hall A"),
                            new Task(Kind.STOCK_LOW, "stock-place:2", "Desk 1"),
                            new Task(Kind.CERTIFICATE_EXPIRES, "device:5", "Copier, third floor")),
                    List.of(
                            new OpenBlock("Lockers, gym", false, 2, FakeAccounts.euro(4_000)),
                            new OpenBlock("Copier, third floor", true, 1, FakeAccounts.euro(0))),
                    FakeAccounts.euro(4_000));
        }
    }

    static final StaffRole PORTER =
            new StaffRole(
                    1,
                    "Porter, north gate",
                    Role.CLERK,
                    Set.of(Permission.SEE_PEOPLE, Permission.SEE_MEDIA, Permission.BLOCK_MEDIA),
                    Set.of("birthDate", "phone"));

    private static final class StaffRoles implements Roles {
        @Override
        public List<StaffRole> list(Actor actor) {
            return List.of(
                    StaffRole.shipped(Role.ADMINISTRATOR),
                    StaffRole.shipped(Role.CLERK),
                    StaffRole.shipped(Role.AUDITOR),
                    PORTER);
        }

        @Override
        public RoleOutcome save(Actor actor, RequestId request, StaffRole role) {
            return new RoleOutcome.Done(role);
        }

        @Override
        public RoleOutcome remove(Actor actor, RequestId request, long role) {
            return new RoleOutcome.Rejected(
                    List.of(Problem.of("role", PORTER.name(), "operators.role-in-use")));
        }
    }

    private static final class Staff implements Operators {

        private volatile boolean jonas = true;

        @Override
        public SignInOutcome signIn(String name, char[] password, String workstation) {
            return Arrays.equals(password, PASSWORD.toCharArray())
                    ? new SignInOutcome.SignedIn(
                            new Actor(1, name, Role.ADMINISTRATOR, workstation))
                    : new SignInOutcome.Wrong(Duration.ofSeconds(2));
        }

        @Override
        public List<Operator> list(Actor actor) {
            return List.of(
                    new Operator(1, "Clara", Role.ADMINISTRATOR, true, null),
                    new Operator(
                            2,
                            "Jonas",
                            Role.CLERK,
                            PORTER,
                            new Scope.Departments(Set.of("Kitchen", "Canteen")),
                            jonas,
                            null),
                    new Operator(3, "Ida", Role.AUDITOR, true, FakePeople.NOW),
                    new Operator(4, "Ben", Role.CLERK, false, null));
        }

        @Override
        public AddOutcome add(
                Actor actor, RequestId request, String name, Role role, char[] password) {
            return new AddOutcome.Done(new Operator(9, name, role, true, null));
        }

        @Override
        public AddOutcome changePassword(
                Actor actor, RequestId request, long operator, char[] password) {
            return new AddOutcome.Done(new Operator(operator, "Jonas", Role.CLERK, true, null));
        }

        @Override
        public AddOutcome changeOwnPassword(
                Actor actor, RequestId request, char[] present, char[] next) {
            return Arrays.equals(present, PASSWORD.toCharArray())
                    ? new AddOutcome.Done(
                            new Operator(
                                    actor.operatorId(), actor.name(), actor.role(), true, null))
                    : new AddOutcome.Rejected(
                            List.of(Problem.of("present", "", "operators.password-wrong")));
        }

        @Override
        public AddOutcome deactivate(Actor actor, RequestId request, long operator) {
            jonas = operator != 2;
            return new AddOutcome.Done(new Operator(operator, "Jonas", Role.CLERK, false, null));
        }

        @Override
        public AddOutcome reactivate(Actor actor, RequestId request, long operator) {
            jonas = true;
            return new AddOutcome.Done(new Operator(operator, "Jonas", Role.CLERK, true, null));
        }

        @Override
        public AddOutcome assign(
                Actor actor, RequestId request, long operator, StaffRole role, Scope scope) {
            return new AddOutcome.Done(
                    new Operator(operator, "Jonas", role.template(), null, scope, true, null));
        }

        @Override
        public Optional<Actor> signedIn(long operator, String workstation) {
            return Optional.empty();
        }
    }

    private static final class Rows implements Journal {
        @Override
        public Page<JournalRow> page(Actor actor, Filter filter, String after, int limit) {
            var kinds =
                    List.of(
                            "account.topped-up",
                            "medium.blocked",
                            "person.enrolled",
                            "device.configured");
            var rows = new ArrayList<JournalRow>();
            for (int i = 0; i < 60; i++) {
                rows.add(
                        hashed(
                                9120 - i,
                                FakePeople.NOW.minus(Duration.ofMinutes(7L * i)),
                                kinds.get(i % 4),
                                i % 5 == 0 ? "system" : "Clara",
                                List.of("account:1003", "medium:31", "person:3", "device:2")
                                        .get(i % 4)));
            }
            var fitting =
                    rows.stream()
                            .filter(r -> r.kind().startsWith(filter.kind()))
                            .filter(r ->
                                    filter.actor().isEmpty() || r.actor().equals(filter.actor()))
                            .toList();
            return filter.text().isEmpty()
                    ? new Page<>(fitting, null)
                    : containing(fitting, filter.text(), after);
        }

        /// Looks through five rows at once, so that many pages have none.
        private static Page<JournalRow> containing(
                List<JournalRow> rows, String text, String after) {
            var from = after == null ? 0 : Integer.parseInt(after);
            var until = Math.min(rows.size(), from + 5);
            var wanted = text.toLowerCase(java.util.Locale.ROOT);
            return new Page<>(
                    rows.subList(from, until).stream()
                            .filter(r -> (r.kind() + r.subject()).contains(wanted))
                            .toList(),
                    until < rows.size() ? String.valueOf(until) : null);
        }

        private static JournalRow hashed(
                long number, Instant at, String kind, String actor, String subject) {
            var content = "{\"amount\":2000}";
            var hash =
                    Chain.hash(Chain.START, number, at, kind, 0, actor, "desk-1", subject, content);
            return new JournalRow(
                    number,
                    at,
                    kind,
                    actor,
                    "desk-1",
                    subject,
                    content,
                    HexFormat.of().withUpperCase().formatHex(hash));
        }

        @Override
        public Verification verify(Actor actor) {
            return new Verification.Intact(9120, "9F3C".repeat(16));
        }

        @Override
        public Head head(Actor actor) {
            return new Head(9120, "9F3C");
        }

        @Override
        public List<Fact> facts(Actor actor, long after, Duration wait) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }

    private final class Imports implements PersonnelImport {
        @Override
        public Proposal open(Actor actor, PersonnelFile file) {
            return new Proposal(
                    List.of(
                            "Pers.-Nr.",
                            "Nachname",
                            "Vorname",
                            "Geburtstag",
                            "Abteilung",
                            "Kostenstelle"),
                    List.of(
                            List.of("4001", "Kovačić", "Ana", "02.01.1970", "IT", "900"),
                            List.of("4002", "Weber", "Jonas", "03.02.1971", "Küche", "910")),
                    new Mapping(
                            "Payroll",
                            Map.of(
                                    "Pers.-Nr.", "personnelNumber",
                                    "Nachname", "familyName",
                                    "Vorname", "givenName",
                                    "Geburtstag", "birthDate",
                                    "Abteilung", "group")),
                    List.of());
        }

        @Override
        public Preview preview(Actor actor, PersonnelFile file, Mapping mapping) {
            var rows = new ArrayList<PreviewRow>();
            for (int i = 2; i < 40; i++) {
                rows.add(
                        i % 13 == 0
                                ? new PreviewRow(
                                        i,
                                        RowState.FAULTY,
                                        PersonDetails.named("Row", String.valueOf(i)),
                                        List.of(),
                                        List.of(
                                                Problem.of(
                                                        "Geburtstag",
                                                        "31.02.1988",
                                                        "import.date-impossible")))
                                : new PreviewRow(
                                        i,
                                        i % 3 == 0 ? RowState.CHANGED : RowState.NEW,
                                        PersonDetails.named("Person", String.valueOf(i)),
                                        i % 3 == 0 ? List.of("group", "phone") : List.of(),
                                        List.of()));
            }
            return new Preview(
                    rows, List.of(people.find(actor, new PersonId(4)).orElseThrow()), List.of());
        }

        @Override
        public ImportOutcome apply(
                Actor actor,
                RequestId request,
                PersonnelFile file,
                Mapping mapping,
                List<PersonId> blockMissing) {
            return new ImportOutcome(24, 12, 0, 2, blockMissing.size(), List.of());
        }

        @Override
        public void saveMapping(Actor actor, Mapping mapping) {}

        @Override
        public List<Mapping> mappings(Actor actor) {
            return List.of();
        }
    }

    private static final class Paper implements Reports {
        @Override
        public List<ReportKind> catalogue(Actor actor) {
            return List.of(ReportKind.values());
        }

        @Override
        public ReportOutcome render(Actor actor, ReportOrder order) {
            return order.format() == ReportFormat.PAGES
                    ? new ReportOutcome.PagesRendered(
                            List.of(FakeStation.face("Page 1", Color.LIGHT_GRAY)), 1, 1, 12)
                    : new ReportOutcome.Rendered(
                            "report.pdf", "application/pdf", new byte[9], 1, 12);
        }

        @Override
        public ReportOutcome receipt(
                Actor actor, Receipt receipt, ReceiptFormat format, String language) {
            var words =
                    "North School\n\nReceipt A %06d\nTop-up %s\nBalance %s\n"
                            .formatted(receipt.number(), receipt.amount(), receipt.balanceAfter());
            return new ReportOutcome.Rendered(
                    "receipt.txt", "text/plain", words.getBytes(StandardCharsets.UTF_8), 0, 1);
        }

        @Override
        public ReportOutcome receiptCopy(
                Actor actor, long posting, ReceiptFormat format, String language) {
            throw new UnsupportedOperationException("Not used by screens");
        }
    }

    static Instant now() {
        return FakePeople.NOW;
    }
}
