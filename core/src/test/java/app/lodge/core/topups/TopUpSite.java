package app.lodge.core.topups;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.Postings;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.exports.Exports;
import app.lodge.core.journal.Journal;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultException;
import app.lodge.core.media.Media;
import app.lodge.core.media.Spreading;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonRemoval;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.topups.Mandate.BankDetails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import java.util.function.BiFunction;

/// Books with people, their accounts, and the doors of top-ups.
final class TopUpSite implements AutoCloseable {

    static final Actor CHIEF = new Actor(1, "Root", Role.ADMINISTRATOR, "desk-1");
    static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    static final LocalDate DUE = LocalDate.of(2026, 11, 26);
    static final BankDetails BANK = BankDetails.of("Ana Marić", "HR1210010051863000160");

    final Path folder;
    final BooksSource source;
    final SiteSettings settings =
            SiteSettings.of(
                    "Campus", Currency.getInstance("EUR"), ZoneId.of("Europe/Zagreb"), "en");
    final KeyVault vault;
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    Books books;
    Register register;
    Accounts accounts;
    TopUps topUps;
    Mandates mandates;
    BankFiles bankFiles;
    Postings postings;
    Exports exports;
    Privacy privacy;
    private final BiFunction<InstantSource, Sealing, Books> opening;

    TopUpSite(Path folder) {
        this(folder, new BooksSource.InMemory(UUID.randomUUID().toString()));
    }

    TopUpSite(Path folder, BooksSource source) {
        this(folder, source, (clock, sealing) -> Books.open(source, clock, sealing));
    }

    /// @param opening of the books, for disks and databases that fail
    TopUpSite(Path folder, BooksSource source, BiFunction<InstantSource, Sealing, Books> opening) {
        this.folder = folder;
        this.source = source;
        this.opening = opening;
        try {
            vault =
                    KeyVault.create(
                            folder.resolve("vault.lodge"),
                            "test".getBytes(StandardCharsets.UTF_8),
                            "test",
                            new KdfCost(64, 1, 1));
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
        open();
    }

    void open() {
        books = opening.apply(() -> now, new Plain());
        var keeping = Bookkeeping.of(books, () -> settings, CostCentres.budgets(books));
        accounts = Accounts.in(keeping);
        register =
                Register.open(books, vault, AccountOpening.in(() -> settings), new SecureRandom());
        topUps = TopUps.in(books, keeping, register);
        mandates = Mandates.in(books, register);
        postings = Postings.in(keeping, Approvals.fourEyes(), _ -> "");
        bankFiles = BankFiles.in(books, keeping, register, topUps, folder.resolve("bank"));
        exports = Exports.in(books, register, () -> settings);
        privacy =
                Privacy.in(
                        books,
                        vault,
                        new Plain(),
                        register,
                        accounts,
                        Media.in(books, Spreading.nowhere()),
                        Journal.in(books),
                        () -> {});
    }

    PersonRemoval removal() {
        return Privacy.removal(books, vault, new Plain(), register, () -> {});
    }

    Person person(String name) {
        if (People.in(register)
                        .enrol(
                                CHIEF,
                                RequestId.fresh(),
                                PersonDetails.named(name, "Test"),
                                EnrolOutcome.Duplicates.ACCEPTED)
                instanceof EnrolOutcome.Enrolled(Person person, _)) {
            return person;
        }
        throw new AssertionError(name);
    }

    AccountId account(Person person) {
        return accounts.ofPerson(CHIEF, person.id()).orElseThrow().id();
    }

    long balance(AccountId id) {
        return accounts.find(CHIEF, id).orElseThrow().balance().minor();
    }

    void rule(TopUpSource source, SourceRule.Crediting crediting, long upTo, long fee) {
        topUps.changeRule(CHIEF, RequestId.fresh(), source, new SourceRule(crediting, upTo, fee));
    }

    TopUps.OrderOutcome order(TopUpSource source, String reference, AccountId account, long cents) {
        return topUps.order(
                CLERK,
                RequestId.fresh(),
                new TopUps.NewOrder(source, reference, account, Money.of(cents, "EUR")));
    }

    TopUpOrder done(TopUps.OrderOutcome outcome) {
        if (outcome instanceof TopUps.OrderOutcome.Done(TopUpOrder order, _)) {
            return order;
        }
        throw new AssertionError("Not done: " + outcome);
    }

    void mandate(Person person, boolean oneOff) {
        mandates.grant(
                CLERK, RequestId.fresh(), person.id(), LocalDate.of(2026, 11, 1), oneOff, BANK);
    }

    void creditor() {
        bankFiles.changeCreditor(
                CHIEF,
                RequestId.fresh(),
                new Creditor(
                        "Campus",
                        "DE98ZZZ09999999999",
                        "DE89370400440532013000",
                        "",
                        "Seestraße",
                        "1",
                        "88045",
                        "Friedrichshafen",
                        "DE",
                        ""));
    }

    @Override
    public void close() {
        books.close();
        vault.close();
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
