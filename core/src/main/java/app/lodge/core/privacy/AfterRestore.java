package app.lodge.core.privacy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.KeptAnswers;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldRemoval;
import app.lodge.core.keys.ErasedPerson;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultException;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.ErasureStore.Fixed;
import app.lodge.core.selfservice.LoginId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Before anybody reads a person: makes books and erasure list agree, whichever is the older
/// (ID-57). Books from a backup know people who were erased since; a keyring from a copy has keys of
/// people whom the books have erased; and a power cut may have come in between.
public final class AfterRestore {

    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);

    private final Books books;
    private final KeyVault vault;
    private final KeptAnswers answers;
    private final RandomGenerator random;

    /// @param sealing the one that the books were opened with
    public AfterRestore(Books books, KeyVault vault, Sealing sealing, RandomGenerator random) {
        this.books = books;
        this.vault = vault;
        this.answers = new KeptAnswers(sealing);
        this.random = random;
    }

    /// @param keysDestroyed called if the keyring was written
    /// @throws VaultException if the keyring cannot be written
    public void agree(Actor system, Runnable keysDestroyed) throws VaultException {
        var done = new HashSet<>(books.read(ErasureStore::erasedPeople));
        var logins = books.read(HolderTiesStore::known);
        var endedLogins = new HashSet<>(books.read(HolderTiesStore::ended));
        for (var erased : vault.erased()) {
            if (LoginId.isKey(erased.person())) {
                var login = LoginId.ofKey(erased.person());
                if (endedLogins.add(login)) {
                    LOG.info("Login {} had ended before: it ends again", login.number());
                    books.write(system, tx -> endedAgain(tx, login, logins.contains(login)));
                }
            } else if (!done.contains(erased.person())) {
                LOG.info("Person {} was erased before: taken out again", erased.person());
                books.write(system, tx -> again(tx, erased));
            }
        }
        var alive = done.stream().filter(vault::keyLives).toList();
        if (!alive.isEmpty()) {
            books.write(system, tx -> ErasureStore.reopen(tx, alive));
        }
        var ended =
                books.read(HolderTiesStore::ended).stream()
                        .filter(login -> vault.keyLives(login.key()))
                        .toList();
        if (!ended.isEmpty()) {
            books.write(
                    system,
                    tx -> {
                        HolderTiesStore.keysGone(tx, ended, false);
                        return null;
                    });
        }
        Erasing.completeAll(books, vault, answers, system, keysDestroyed);
    }

    /// A login that ended after the backup was taken has no key any more. One that was opened after it, too,
    /// leaves its number: the next login would get it, and a key that is nowhere.
    private static long endedAgain(Tx tx, LoginId login, boolean known) {
        if (known) {
            HolderTiesStore.end(tx, login.number());
            HolderTiesStore.keysGone(tx, List.of(login), true);
        } else {
            HolderTiesStore.keepNumber(tx, login);
        }
        tx.journal("self-service.ended-again", "self-service:" + login.number(), Map.of());
        return login.number();
    }

    private long again(Tx tx, ErasedPerson erased) {
        var id = new PersonId(erased.person());
        var facts =
                PersonFactsStore.find(tx.sql(), erased.person())
                        .map(row ->
                                ErasureFactsStore.of(
                                        tx.sql(),
                                        row,
                                        LocalDate.ofInstant(tx.now(), ZoneOffset.UTC)))
                        .orElse(null);
        var awaited = new ArrayList<FieldRemoval.Awaited>();
        if (facts != null) {
            awaited.addAll(FieldRemoval.forgetPin(tx, erased.person()));
            FieldRemoval.releaseCompartments(tx, erased.person());
            ErasureStore.forgetChips(tx, erased.person(), facts.credentials());
            TiesStore.of(facts).forget(tx);
            HolderTiesStore.forget(tx, erased.person(), facts.accounts());
            awaited.addAll(FieldRemoval.refresh(tx, facts.credentials()));
            ErasureStore.closeAccounts(tx, facts.row().subject());
        }
        Register.eraseRows(tx, id, random);
        var number = Math.max(erased.certificate(), ErasureStore.highest(tx.sql()) + 1);
        ErasureStore.insert(
                tx,
                number,
                id,
                ErasureGround.ERASED_BEFORE,
                "",
                facts == null
                        ? new Fixed(true, List.of(), List.of(), List.of())
                        : new Fixed(true, facts.goes(), facts.stays(), facts.handedOut()),
                awaited);
        tx.journal(
                "person.erased-again",
                "person:" + erased.person(),
                Map.of("certificate", number, "first", erased.certificate()));
        return number;
    }
}
