package app.lodge.core.site;

import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.CashLedger;
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
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.exports.Exports;
import app.lodge.core.groups.Groups;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.journal.Seals;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keys.VaultException;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.Media;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Roles;
import app.lodge.core.overview.Overview;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.AfterRestore;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.search.Search;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.ErasedFromBank;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.TopUps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/// An open site: the books, the vault and every door of core, wired top to bottom. Lives in the bridge
/// (and in tests); desktops and the command line reach its doors through the bridge.
public final class Site implements AutoCloseable {

    private final Home home;
    private final HomeSettings homeSettings;
    private final KeyVault vault;
    private final Books books;
    private final Settings settings;
    private final Journal journal;
    private final Seals seals;
    private final Conservation conservation;
    private final JournalExports journalExports;
    private final Operators operators;
    private final Roles roles;
    private final Accounts accounts;
    private final Statements statements;
    private final MoneyRules moneyRules;
    private final Periods periods;
    private final Postings postings;
    private final Limits limits;
    private final CostCentres costCentres;
    private final MediaCharges mediaCharges;
    private final Approvals approvals;
    private final CashDesks cashDesks;
    private final Groups groups;
    private final People people;
    private final PersonnelImport personnelImport;
    private final ImportRuns importRuns;
    private final TopUps topUps;
    private final Mandates mandates;
    private final BankFiles bankFiles;
    private final Exports exports;
    private final FieldBooks field;
    private final Media media;
    private final CardJobs cardJobs;
    private final CardKeys cardKeys;
    private final Devices devices;
    private final Payments payments;
    private final Search search;
    private final Overview overview;
    private final Backups backups;
    private final Privacy privacy;

    private Site(
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
        journal = Journal.in(books);
        var signing = new VaultSigningKeys(vault);
        seals = Seals.in(books, signing, vault.siteId());
        conservation = Conservation.in(books);
        journalExports = JournalExports.in(books, signing, vault.siteId());
        operators = Operators.in(books, new PasswordHash(cost));
        roles = Roles.in(books);
        Supplier<SiteSettings> now = () -> settings.site(Actor.system("site"));
        var shifts = CashDesks.shifts(books);
        var keeping = Bookkeeping.of(books, now, CostCentres.budgets(books)).with(shifts);
        moneyRules = MoneyRules.in(keeping);
        periods = Periods.sealing(keeping, () -> seals.seal(Actor.system("periods")));
        limits = Limits.in(keeping);
        costCentres = CostCentres.in(books, now);
        approvals = Approvals.in(books, operators);
        cashDesks = CashDesks.in(books, CashLedger.in(keeping), shifts, now);
        groups = Groups.in(books, List.of(keeping.memberships()));
        var register = Register.open(books, vault, AccountOpening.in(now), new SecureRandom());
        people = People.in(register);
        accounts = Accounts.within(register.reach(), keeping);
        statements = Statements.within(register.reach(), keeping);
        mediaCharges = MediaCharges.within(register.reach(), keeping);
        postings = Postings.in(keeping, Approvals.fourEyes(), this::fullName);
        personnelImport = PersonnelImport.in(register);
        importRuns =
                ImportRuns.in(
                        register,
                        Privacy.removal(
                                books, vault, sealing, register, afterErasure(home, books)));
        topUps = TopUps.in(books, keeping, register);
        mandates = Mandates.in(books, register);
        bankFiles = BankFiles.in(books, keeping, register, topUps, home.bank());
        exports = Exports.in(books, register, now);
        field = FieldBooks.in(books, now);
        var reach = register.reach();
        media = Media.within(reach, Media.in(books, medium -> field.spread(medium.id())));
        cardJobs = CardJobs.within(reach, CardJobs.in(books, MediaCharges.atIssue(keeping)));
        cardKeys = VaultCardKeys.over(vault, books.clock());
        devices = Devices.in(books, this::nameOf);
        payments = Payments.in(keeping, Credentials.inBooks());
        search = Search.in(books, register);
        overview =
                Overview.of(
                        accounts,
                        people,
                        media,
                        cardJobs,
                        devices,
                        exports,
                        bankFiles,
                        books.clock());
        backups = Backups.in(this);
        privacy =
                Privacy.in(
                        books,
                        vault,
                        sealing,
                        register,
                        accounts,
                        media,
                        journal,
                        afterErasure(home, books));
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
        if (home.hasSite()) {
            throw new SiteException(Problem.of("home", home.folder(), "site.already-there"));
        }
        boolean folderThere = Files.exists(home.folder());
        boolean secretThere = Files.exists(home.unlockSecret());
        var secret = home.prepare();
        try {
            makeVault(home, secret, cost);
            fill(home, settings, administrator, password, clock, cost);
        } catch (SiteException e) {
            leaveNothing(home, folderThere, secretThere);
            throw e;
        }
    }

    private static void makeVault(Home home, byte[] secret, KdfCost cost) throws SiteException {
        try (var vault = KeyVault.create(home.vault(), secret, newSiteId(), cost)) {
            HomeSettings.read(home);
        } catch (VaultException e) {
            throw new SiteException(
                    Problem.of(
                            "vault.lodge",
                            home.vault(),
                            "site.vault",
                            String.valueOf(e.getMessage())));
        }
    }

    private static void fill(
            Home home,
            SiteSettings settings,
            String administrator,
            char[] password,
            InstantSource clock,
            KdfCost cost)
            throws SiteException {
        try (var site = open(home, clock, cost, Expected.EMPTY_BOOKS)) {
            var system = Actor.system("site init");
            var problems = new ArrayList<Problem>();
            if (site.settings.change(system, RequestId.fresh(), settings)
                    instanceof Settings.SettingsOutcome.Rejected(List<Problem> wrong)) {
                problems.addAll(wrong);
            }
            if (site.operators.add(
                            system, RequestId.fresh(), administrator, Role.ADMINISTRATOR, password)
                    instanceof Operators.AddOutcome.Rejected(List<Problem> wrong)) {
                problems.addAll(wrong);
            }
            if (!problems.isEmpty()) {
                throw new SiteException(problems);
            }
        }
    }

    /// Opens the site of a home.
    ///
    /// @throws SiteException if there is none, the secret does not open the vault, or the database is
    ///     not to be had
    public static Site open(Home home, InstantSource clock, KdfCost cost) throws SiteException {
        return open(home, clock, cost, Expected.ITS_OWN_BOOKS);
    }

    private enum Expected {
        ITS_OWN_BOOKS,
        EMPTY_BOOKS
    }

    private static Site open(Home home, InstantSource clock, KdfCost cost, Expected expected)
            throws SiteException {
        if (!home.hasSite()) {
            throw new SiteException(Problem.of("home", home.folder(), "site.none"));
        }
        var homeSettings = HomeSettings.read(home);
        KeyVault vault;
        try {
            vault = KeyVault.open(home.vault(), home.readSecret());
        } catch (VaultException e) {
            throw new SiteException(
                    Problem.of(
                            "vault.lodge",
                            home.vault(),
                            "site.vault",
                            String.valueOf(e.getMessage())));
        }
        try {
            var source = homeSettings.source(home, new String(vault.databasePassword()));
            var sealing = new VaultSealing(vault);
            var books = Books.open(source, clock, sealing);
            if (expected == Expected.EMPTY_BOOKS && !books.untouched()) {
                // Another site's, under the keys of another vault.
                books.close();
                vault.close();
                throw new SiteException(
                        Problem.of("books.url", homeSettings.books(), "site.books-in-use"));
            }
            try {
                if (expected == Expected.EMPTY_BOOKS && !books.untouched()) {
                    // Another site's, under the keys of another vault.
                    throw new SiteException(
                            Problem.of("books.url", homeSettings.books(), "site.books-in-use"));
                }
                new AfterRestore(books, vault, sealing, new SecureRandom())
                        .agree(Actor.system("site"), () -> KeyringCopy.of(home).refresh());
                new ErasedFromBank(books, home.bank()).forgetErased();
                return new Site(home, homeSettings, vault, books, sealing, cost);
            } catch (VaultException | SiteException | RuntimeException e) {
                books.close();
                vault.close();
                throw e;
            }
        } catch (VaultException e) {
            throw new SiteException(
                    Problem.of(
                            "people.keys",
                            home.keyring(),
                            "site.vault",
                            String.valueOf(e.getMessage())));
        } catch (BooksUnavailable e) {
            vault.close();
            throw new SiteException(
                    Problem.of(
                            "books", home.folder(), "site.books", String.valueOf(e.getMessage())));
        }
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
        return journal;
    }

    public Seals seals() {
        return seals;
    }

    public Conservation conservation() {
        return conservation;
    }

    public JournalExports journalExports() {
        return journalExports;
    }

    public Operators operators() {
        return operators;
    }

    public Roles roles() {
        return roles;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Statements statements() {
        return statements;
    }

    public MoneyRules moneyRules() {
        return moneyRules;
    }

    public Periods periods() {
        return periods;
    }

    public Postings postings() {
        return postings;
    }

    public Limits limits() {
        return limits;
    }

    public MediaCharges mediaCharges() {
        return mediaCharges;
    }

    public CostCentres costCentres() {
        return costCentres;
    }

    public Approvals approvals() {
        return approvals;
    }

    public CashDesks cashDesks() {
        return cashDesks;
    }

    public Groups groups() {
        return groups;
    }

    public People people() {
        return people;
    }

    public PersonnelImport personnelImport() {
        return personnelImport;
    }

    public ImportRuns importRuns() {
        return importRuns;
    }

    public TopUps topUps() {
        return topUps;
    }

    public Mandates mandates() {
        return mandates;
    }

    public BankFiles bankFiles() {
        return bankFiles;
    }

    public Exports exports() {
        return exports;
    }

    public FieldBooks field() {
        return field;
    }

    public Media media() {
        return media;
    }

    public CardJobs cardJobs() {
        return cardJobs;
    }

    public CardKeys cardKeys() {
        return cardKeys;
    }

    public Devices devices() {
        return devices;
    }

    public Payments payments() {
        return payments;
    }

    public Search search() {
        return search;
    }

    public Overview overview() {
        return overview;
    }

    public Backups backups() {
        return backups;
    }

    public Privacy privacy() {
        return privacy;
    }

    @Override
    public void close() {
        field.close();
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

    private String nameOf(Actor actor, PersonId person) {
        return actor.may(Permission.SEE_PEOPLE)
                ? people.find(actor, person).map(known -> known.details().fullName()).orElse("")
                : "";
    }

    private String fullName(PersonId person) {
        return nameOf(Actor.system("site"), person);
    }

    private static String newSiteId() {
        var random = new byte[6];
        new SecureRandom().nextBytes(random);
        return "site-" + HexFormat.of().formatHex(random);
    }

    private static void leaveNothing(Home home, boolean folderThere, boolean secretThere) {
        var made = new ArrayList<Path>();
        for (var name : List.of("books.mv.db", "books.mv.db.dw", "vault.lodge", "people.keys")) {
            made.add(home.folder().resolve(name));
        }
        if (!secretThere) {
            made.add(home.unlockSecret());
        }
        made.add(home.logs());
        made.add(home.backups());
        if (!folderThere) {
            made.add(home.folder());
        }
        for (var each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                // What stays is sealed under a secret that holds nothing, or a folder that is in
                // use.
            }
        }
    }

    /// Seals under a key of the vault what the books keep for a while.
    private record VaultSealing(KeyVault vault) implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return vault.sealAnswer(plain);
        }

        @Override
        public byte[] open(byte[] sealed) {
            return vault.openAnswer(sealed)
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "The key of an answer of %d bytes is destroyed"
                                            .formatted(sealed.length)));
        }
    }
}
