package app.lodge.core.site;

import app.lodge.core.accounts.HolderLimits;
import app.lodge.core.accounts.HolderTransfers;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.exports.Exports;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.journal.Seals;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Roles;
import app.lodge.core.overview.Overview;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.selfservice.HolderPost;
import app.lodge.core.selfservice.Portal;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.selfservice.SelfServiceParts;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.topups.ErasedFromBank;
import app.lodge.core.topups.HolderTopUps;
import app.lodge.core.watch.MailWay;
import app.lodge.core.watch.Outlets;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.WatchParts;
import app.lodge.core.watch.parties.Parties;
import java.time.InstantSource;
import java.util.function.Supplier;

/// An open site: the books, the vault and every door of core, wired top to bottom. Lives in the bridge
/// (and in tests); desktops and the command line reach its doors through the bridge. Here stands the wiring
/// and what belongs to the whole site; the doors of a side are named in [SiteMoney], [SitePeople] and
/// [SiteField].
public final class Site implements SiteMoney, SitePeople, SiteField, AutoCloseable {

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
    private final Parties parties;
    private final SelfServiceParts.Wired selfService;
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
        people = new PeopleDoors(books, vault, sealing, now, new PasswordHash(cost), afterErasure);
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
                                () -> outlets,
                                money::cashIn));
        parties = Parties.in(books, new OutletSealing(vault));
        selfService =
                new SelfServiceParts(
                                books,
                                vault,
                                people.register,
                                people.people,
                                money.accounts,
                                HolderTransfers.in(money.keeping),
                                HolderLimits.in(money.keeping),
                                HolderTopUps.in(books, money.keeping, people.register),
                                new PasswordHash(cost),
                                now,
                                MailWay.in(
                                        books,
                                        new OutletSealing(vault),
                                        vault.siteId(),
                                        () -> outlets),
                                people.removal::complete)
                        .wired();
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
                        selfService.staff(),
                        people.portraits,
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

    /// Of several bridges on one PostgreSQL, waits until no other one has the books; returns at once where
    /// there is only one.
    ///
    /// @throws SiteException if the settings are wrong, or the wait was interrupted
    public static void awaitTurn(Home home) throws SiteException {
        Opening.awaitTurn(home);
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

    public Operators operators() {
        return operators;
    }

    public Roles roles() {
        return roles;
    }

    public SelfService selfService() {
        return selfService.staff();
    }

    /// For portals on the field network.
    public Portal portal() {
        return selfService.portal();
    }

    /// For the bridge, which sends it.
    public HolderPost holderPost() {
        return selfService.post();
    }

    public Exports exports() {
        return exports;
    }

    public Overview overview() {
        return overview;
    }

    public Watch watch() {
        return watch;
    }

    public Parties parties() {
        return parties;
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
    public MoneyDoors moneyDoors() {
        return money;
    }

    @Override
    public FieldDoors fieldDoors() {
        return field;
    }

    @Override
    public PeopleDoors peopleDoors() {
        return people;
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
