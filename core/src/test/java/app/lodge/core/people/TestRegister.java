package app.lodge.core.people;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultException;
import app.lodge.core.privacy.Privacy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// Books, vault and people for one test; accounts are journal rows of a fake.
public final class TestRegister implements AutoCloseable {

    public static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    public static final Actor AUDITOR = new Actor(3, "Ivo", Role.AUDITOR, "desk-2");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    private final KeyVault vault;
    private final BooksSource source;
    private final FakeAccounts accounts = new FakeAccounts();
    private Books books;
    private Register register;

    public TestRegister(Path folder) {
        this(folder, new BooksSource.InMemory(UUID.randomUUID().toString()));
    }

    public TestRegister(Path folder, BooksSource source) {
        try {
            this.vault =
                    KeyVault.create(
                            folder.resolve(UUID.randomUUID() + ".lodge"),
                            "test".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            "test",
                            new KdfCost(64, 1, 1));
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
        this.source = source;
        this.books = Books.open(source, CLOCK, new Plain());
        this.register = Register.open(books, vault, accounts, new SecureRandom());
    }

    public Books books() {
        return books;
    }

    public Register register() {
        return register;
    }

    public People people() {
        return People.in(register);
    }

    PersonnelImport imports() {
        return PersonnelImport.in(register);
    }

    PersonRemoval removal() {
        return Privacy.removal(books, vault, new Plain(), register, () -> {});
    }

    ImportRuns importRuns() {
        return ImportRuns.in(register, removal());
    }

    KeyVault vault() {
        return vault;
    }

    void failAccountsFrom(int opening) {
        accounts.failFrom = opening;
    }

    void reopen() {
        books.close();
        books = Books.open(source, CLOCK, new Plain());
        register = Register.open(books, vault, accounts, new SecureRandom());
    }

    void forgetMemory() {
        register = Register.open(books, vault, accounts, new SecureRandom());
    }

    public Person enrolled(PersonDetails details) {
        var outcome =
                people().enrol(CLERK, RequestId.fresh(), details, EnrolOutcome.Duplicates.ACCEPTED);
        if (outcome instanceof EnrolOutcome.Enrolled(Person person, _)) {
            return person;
        }
        throw new AssertionError("Not enrolled: " + outcome);
    }

    @Override
    public void close() {
        books.close();
        vault.close();
    }

    private static final class FakeAccounts implements AccountOpening {

        private int openings;
        private int failFrom = Integer.MAX_VALUE;

        @Override
        public AccountId open(Tx tx, PersonId person, long subjectId) {
            if (++openings >= failFrom) {
                throw new IllegalStateException("No account on purpose");
            }
            tx.journal("account.opened", "account:" + person.number(), Map.of());
            return new AccountId(1_000 + person.number());
        }
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            var masked = plain.clone();
            for (var i = 0; i < masked.length; i++) {
                masked[i] ^= 0x5A;
            }
            return masked;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return seal(sealed);
        }
    }
}
