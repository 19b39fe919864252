package app.lodge.core.privacy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.KeptAnswers;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldRemoval;
import app.lodge.core.keys.ErasedPerson;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultException;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.privacy.Certificate.Gone;
import app.lodge.core.privacy.Certificate.GoneKind;
import app.lodge.core.privacy.ErasureStore.Fixed;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An erasure from beginning to end (ID-57):
///
/// 1. one unit of writing takes the person out of the books, the devices' lists and kept answers;
/// 2. the key of kept answers is renewed, the old one stays;
/// 3. kept answers are sealed anew, in small units, so that payments go on meanwhile;
/// 4. one writing of the keyring destroys the person's key and the answers' old one;
/// 5. the certificate says when.
///
/// Logins of holders' self-service that have ended lose their keys in the same writing.
///
/// Cut off anywhere, a repeat or the next start goes on: each step can be done twice.
final class Erasing {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private static final int ANSWERS_AT_ONCE = 500;

    private final Books books;
    private final KeyVault vault;
    private final Register register;
    private final KeptAnswers answers;
    private final Runnable keysDestroyed;
    private final ReentrantLock lock;

    /// @param keysDestroyed called after the keyring was written
    Erasing(
            Books books,
            KeyVault vault,
            Sealing sealing,
            Register register,
            Runnable keysDestroyed) {
        this.books = books;
        this.vault = vault;
        this.register = register;
        this.answers = new KeptAnswers(sealing);
        this.keysDestroyed = keysDestroyed;
        this.lock = vault.erasing();
    }

    /// What the books keep as answer of the first step.
    sealed interface Begun {

        record Taken(long certificate) implements Begun {}

        record Refused(List<Obstacle> obstacles) implements Begun {}

        record Unknown() implements Begun {}
    }

    EraseOutcome erase(
            Actor actor,
            RequestId request,
            PersonId person,
            ErasureGround ground,
            String reference) {
        lock.lock();
        try {
            var begun =
                    books.once(
                            actor,
                            request,
                            "privacy.erase",
                            List.of(person, ground, reference),
                            Begun.class,
                            tx -> begin(tx, person, ground, reference));
            return switch (begun) {
                case Begun.Taken(long number) -> complete(actor, number);
                case Begun.Refused(var obstacles) -> new EraseOutcome.Refused(obstacles);
                case Begun.Unknown() ->
                        new EraseOutcome.Rejected(List.of(BookedPrivacy.unknown(person)));
            };
        } finally {
            lock.unlock();
        }
    }

    /// The first step, within a unit of writing; the keys go with {@link #completeAll}.
    Begun begin(Tx tx, PersonId person, ErasureGround ground, String reference) {
        var sql = tx.sql();
        var row = PersonFactsStore.find(sql, person.number()).orElse(null);
        if (row == null) {
            return new Begun.Unknown();
        }
        var before = ErasureStore.of(sql, person);
        if (before.isPresent()) {
            return new Begun.Taken(before.get().number());
        }
        var facts = ErasureFactsStore.of(sql, row, LocalDate.ofInstant(tx.now(), ZoneOffset.UTC));
        if (!facts.obstacles().isEmpty()) {
            return new Begun.Refused(facts.obstacles());
        }
        var known = register.known(tx, person).orElseThrow();
        var goes = new ArrayList<>(facts.goes());
        var forgotten = answers.forget(tx, new NamedIn(known));
        if (forgotten > 0) {
            goes.add(new Gone(GoneKind.ANSWERS, forgotten));
        }
        var awaited = outOfTheField(tx, person.number(), facts);
        register.erase(tx, known);
        ErasureStore.closeAccounts(tx, row.subject());
        var number = ErasureStore.nextNumber(tx);
        ErasureStore.insert(
                tx,
                number,
                person,
                ground,
                reference,
                new Fixed(false, goes, facts.stays(), facts.handedOut()),
                awaited);
        tx.journal(
                "person.erased",
                "person:" + person.number(),
                Map.of("certificate", number, "ground", ground.name(), "reference", reference));
        LOG.debug("Erasure {}: out of the books once this unit is written", number);
        return new Begun.Taken(number);
    }

    private static List<FieldRemoval.Awaited> outOfTheField(Tx tx, long person, PersonFacts facts) {
        var awaited = new ArrayList<>(FieldRemoval.forgetPin(tx, person));
        FieldRemoval.releaseCompartments(tx, person);
        ErasureStore.forgetChips(tx, person, facts.credentials());
        TiesStore.of(facts).forget(tx);
        HolderTiesStore.forget(tx, person, facts.accounts());
        awaited.addAll(FieldRemoval.refresh(tx, facts.credentials()));
        return awaited;
    }

    /// Steps 2 to 5 of every erasure that has them before it.
    private EraseOutcome complete(Actor actor, long number) {
        try {
            completeAll(books, vault, answers, actor, keysDestroyed);
        } catch (VaultException e) {
            LOG.error("Erasure {} is not complete: the keyring could not be written", number, e);
            return new EraseOutcome.KeysStillThere(
                    certificate(number), vault.keyringFile().toString());
        }
        return new EraseOutcome.Erased(certificate(number));
    }

    private Certificate certificate(long number) {
        return books.read(sql -> ErasureStore.find(sql, number)).orElseThrow();
    }

    void completeAll(Actor actor) throws VaultException {
        lock.lock();
        try {
            completeAll(books, vault, answers, actor, keysDestroyed);
        } finally {
            lock.unlock();
        }
    }

    static void completeAll(
            Books books, KeyVault vault, KeptAnswers answers, Actor actor, Runnable keysDestroyed)
            throws VaultException {
        var open = books.read(ErasureStore::incomplete);
        var logins = books.read(HolderTiesStore::keysLeft);
        if (open.isEmpty() && logins.isEmpty()) {
            return;
        }
        LOG.debug("Erasures begun: {}", open.size());
        vault.renewAnswerKey();
        LOG.debug("The key of kept answers is renewed");
        var after = "";
        do {
            var from = after;
            after =
                    books.write(
                            actor,
                            tx ->
                                    answers.reseal(
                                            tx, vault::outlivesErasure, from, ANSWERS_AT_ONCE));
        } while (!after.isEmpty());
        LOG.debug("Kept answers are sealed anew");
        var now = books.clock().instant();
        vault.destroyKeys(
                Stream.concat(
                                open.reversed().stream()
                                        .map(one ->
                                                new ErasedPerson(
                                                        one.person().number(),
                                                        one.begunAt(),
                                                        one.number())),
                                logins.stream().map(login -> new ErasedPerson(login.key(), now, 0)))
                        .toList());
        LOG.debug("Keys are destroyed");
        books.write(
                actor,
                tx -> {
                    HolderTiesStore.keysGone(tx, logins, true);
                    for (var one : open.reversed()) {
                        ErasureStore.complete(tx, one.number());
                        tx.journal(
                                "erasure.completed",
                                "erasure:" + one.number(),
                                Map.of(
                                        "person", one.person().number(),
                                        "keyring", vault.keyringGeneration()));
                    }
                    return null;
                });
        LOG.debug("Erasures complete");
        keysDestroyed.run();
    }
}
