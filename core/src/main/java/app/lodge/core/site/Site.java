package app.lodge.core.site;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Statements;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.exports.Exports;
import app.lodge.core.groups.Groups;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.journal.Seals;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.keys.PlainKeys;
import app.lodge.core.keyversions.CardRehearsal;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.NumberedMedia;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Roles;
import app.lodge.core.overview.Overview;
import app.lodge.core.passages.DoorBooks;
import app.lodge.core.passages.Passages;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.purse.Purses;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.Rights;
import app.lodge.core.search.Search;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockOrders;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.ErasedFromBank;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.TopUps;
import app.lodge.core.watch.Outlets;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.WatchParts;
import java.time.InstantSource;
import java.util.function.Supplier;

/// An open site: the books, the vault and every door of core, wired top to bottom. Lives in the bridge
/// (and in tests); desktops and the command line reach its doors through the bridge.
public final class Site implements AutoCloseable {

    private final Home home;
    private final HomeSettings homeSettings;
    private final KeyVault vault;
    private final Books books;
    private final Settings settings;
    private final Operators operators;
    private final Roles roles;
    private final JournalDoors journal;
    private final PeopleDoors people;
    private final MoneyDoors money;
    private final FieldDoors field;
    private final Exports exports;
    private final Privacy privacy;
    private final Watch watch;
    private volatile Outlets outlets = Outlets.none();
    private final Overview overview;
    private final Backups backups;

    Site(
            Home home,
            HomeSettings homeSettings,
            KeyVault vault,
            Books books,
            Sealing sealing,
            KdfCost cost) {
        this.home = home;
        this.homeSettings = homeSettings;
        this.vault = vault;
        this.books = books;
        settings = Settings.in(books);
        operators = Operators.in(books, new PasswordHash(cost));
        roles = Roles.in(books);
        Supplier<SiteSettings> now = () -> settings.site(Actor.system("site"));
        var afterErasure = afterErasure(home, books);
        journal = new JournalDoors(books, vault);
        people = new PeopleDoors(books, vault, sealing, now, afterErasure);
        money = new MoneyDoors(books, now, journal, people, operators, home.bank());
        field =
                new FieldDoors(
                        books,
                        vault,
                        now,
                        people,
                        money,
                        operators,
                        new HomeSecret(home),
                        new PasswordHash(cost));
        exports = Exports.in(books, people.register, now);
        privacy =
                Privacy.in(
                        books,
                        vault,
                        sealing,
                        people.register,
                        money.accounts,
                        field.media,
                        journal.journal,
                        afterErasure);
        watch =
                Watch.of(
                        new WatchParts(
                                books,
                                field.board,
                                new HomeGauges(home, homeSettings, books, field.stock),
                                journal.seals,
                                field.keyVersions,
                                now,
                                new OutletSealing(vault),
                                vault.siteId(),
                                () -> outlets));
        overview =
                Overview.of(
                        money.accounts,
                        people.people,
                        field.media,
                        field.cardJobs,
                        field.devices,
                        exports,
                        money.bankFiles,
                        field.purses,
                        watch,
                        field.stock,
                        books.clock());
        backups = Backups.in(this);
        CardKeyNote.follow(home, books, vault);
    }

    /// Makes a new site in an empty home: vault, books, settings, and the first administrator.
    ///
    /// @throws SiteException if there is a site already, or something given is wrong; nothing is left
    public static void create(
            Home home,
            SiteSettings settings,
            String administrator,
            char[] password,
            InstantSource clock,
            KdfCost cost)
            throws SiteException {
        Founding.found(home, settings, administrator, password, clock, cost);
    }

    /// Opens the site of a home.
    ///
    /// @throws SiteException if there is none, the secret does not open the vault, or the database is
    ///     not to be had
    public static Site open(Home home, InstantSource clock, KdfCost cost) throws SiteException {
        return Opening.open(home, clock, cost, Opening.Expected.ITS_OWN_BOOKS);
    }

    public Home home() {
        return home;
    }

    public HomeSettings homeSettings() {
        return homeSettings;
    }

    public KeyVault vault() {
        return vault;
    }

    public Books books() {
        return books;
    }

    public Settings settings() {
        return settings;
    }

    public Journal journal() {
        return journal.journal;
    }

    public Seals seals() {
        return journal.seals;
    }

    public Conservation conservation() {
        return journal.conservation;
    }

    public JournalExports journalExports() {
        return journal.journalExports;
    }

    public Purses purses() {
        return field.purses;
    }

    public Operators operators() {
        return operators;
    }

    public Roles roles() {
        return roles;
    }

    public Accounts accounts() {
        return money.accounts;
    }

    public MoneyRules moneyRules() {
        return money.moneyRules;
    }

    public Periods periods() {
        return money.periods;
    }

    public Postings postings() {
        return money.postings;
    }

    public Statements statements() {
        return money.statements;
    }

    public Limits limits() {
        return money.limits;
    }

    public MediaCharges mediaCharges() {
        return money.mediaCharges;
    }

    public CostCentres costCentres() {
        return money.costCentres;
    }

    public Approvals approvals() {
        return money.approvals;
    }

    public CashDesks cashDesks() {
        return money.cashDesks;
    }

    public Groups groups() {
        return money.groups;
    }

    public People people() {
        return people.people;
    }

    public Rights rights() {
        return people.rights;
    }

    public RightDrafts rightDrafts() {
        return people.rightDrafts;
    }

    public PersonnelImport personnelImport() {
        return people.personnelImport;
    }

    public ImportRuns importRuns() {
        return people.importRuns;
    }

    public TopUps topUps() {
        return money.topUps;
    }

    public Mandates mandates() {
        return money.mandates;
    }

    public BankFiles bankFiles() {
        return money.bankFiles;
    }

    public Exports exports() {
        return exports;
    }

    public FieldBooks field() {
        return field.field;
    }

    public ContactKeys contactKeys() {
        return field.contactKeys;
    }

    public Media media() {
        return field.media;
    }

    public CardJobs cardJobs() {
        return field.cardJobs;
    }

    public NumberedMedia numberedMedia() {
        return field.numberedMedia;
    }

    public PlainKeys plainKeys() {
        return field.plainKeys;
    }

    public MediaLife mediaLife() {
        return field.mediaLife;
    }

    public Stock stock() {
        return field.stock;
    }

    public StockOrders stockOrders() {
        return field.stockOrders;
    }

    public KeyVersions keyVersions() {
        return field.keyVersions;
    }

    public OperatorCards operatorCards() {
        return field.operatorCards;
    }

    /// Sign-in by card, before anybody is signed in.
    public CardEntrance cardEntrance() {
        return field.operatorCards;
    }

    /// Custodians' work with the master key; see {@link #rehearseWith}.
    public Ceremonies ceremonies() {
        return field.ceremonies;
    }

    /// Where keys are tried before they come into use: core knows no cards.
    public void rehearseWith(CardRehearsal place) {
        field.rehearseWith(place);
    }

    public CardLayouts cardLayouts() {
        return field.cardLayouts;
    }

    public EncodingPlans encodingPlans() {
        return field.encodingPlans;
    }

    public CardKeys cardKeys() {
        return field.cardKeys;
    }

    public Devices devices() {
        return field.devices;
    }

    public DeviceCare care() {
        return field.care;
    }

    public DeviceBoard board() {
        return field.board;
    }

    public Passages passages() {
        return field.passages;
    }

    public DoorBooks doorBooks() {
        return field.doorBooks;
    }

    public Payments payments() {
        return money.payments;
    }

    public Search search() {
        return people.search;
    }

    public Overview overview() {
        return overview;
    }

    public Watch watch() {
        return watch;
    }

    /// How alerts leave the machine: core knows no network.
    public void tellThrough(Outlets ways) {
        outlets = ways;
    }

    public Backups backups() {
        return backups;
    }

    public Privacy privacy() {
        return privacy;
    }

    @Override
    public void close() {
        field.field.close();
        books.close();
        vault.close();
    }

    /// What lies in files beside the books follows each erasure.
    private static Runnable afterErasure(Home home, Books books) {
        return () -> {
            KeyringCopy.of(home).refresh();
            new ErasedFromBank(books, home.bank()).forgetErased();
        };
    }
}
