package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Signatures over the register, as far as whoever asks reaches the person.
final class BookedSignatures implements Signatures {

    private final Register register;
    private final Books books;
    private final SignatureStore store;

    BookedSignatures(Register register) {
        this.register = register;
        this.books = register.books();
        this.store = new SignatureStore(register.seal());
    }

    @Override
    public SignatureOutcome keep(
            Actor actor, RequestId request, PersonId person, SignatureSource source, byte[] image) {
        actor.require(Permission.CHANGE_PEOPLE);
        register.reach().require(actor, person);
        var problems = SignatureCheck.problems(image);
        if (!problems.isEmpty()) {
            return new SignatureOutcome.Rejected(problems);
        }
        return once(
                actor,
                request,
                "signatures.keep",
                person,
                List.of(person, source, HexFormat.of().formatHex(Photographs.sha256(image))),
                (tx, known) -> kept(tx, known, source, image));
    }

    private SignatureOutcome kept(Tx tx, StoredPerson known, SignatureSource source, byte[] image) {
        var id = known.person().id();
        var now = store.printed(tx.sql(), id, known.key());
        if (now.filter(one -> Arrays.equals(one.image(), image)).isPresent()) {
            return new SignatureOutcome.Kept(now.get().number());
        }
        var replaced = store.replace(tx, id);
        var signature = store.insert(tx, id, known.key(), source, image);
        tx.journal(
                replaced ? "signature.replaced" : "signature.taken",
                Register.subjectOf(id),
                Map.of("signature", signature, "source", source.name()));
        return new SignatureOutcome.Kept(signature);
    }

    @Override
    public Optional<byte[]> current(Actor actor, PersonId person) {
        actor.require(Permission.SEE_PEOPLE);
        return seen(actor, person)
                ? register.store()
                        .find(person)
                        .flatMap(
                                known -> books.read(sql -> store.printed(sql, person, known.key())))
                        .map(SignatureStore.Pixels::image)
                : Optional.empty();
    }

    @Override
    public List<KeptSignature> history(Actor actor, PersonId person) {
        actor.require(Permission.SEE_PEOPLE);
        return seen(actor, person) ? books.read(sql -> store.history(sql, person)) : List.of();
    }

    @Override
    public Optional<byte[]> picture(Actor actor, long signature) {
        actor.require(Permission.SEE_PEOPLE);
        return books.read(sql -> store.find(sql, signature))
                .filter(found -> seen(actor, found.person()))
                .flatMap(found ->
                        register.store()
                                .find(found.person())
                                .flatMap(known ->
                                        books.read(sql -> store.picture(sql, found, known.key()))))
                .map(SignatureStore.Pixels::image);
    }

    private boolean seen(Actor actor, PersonId person) {
        var reach = register.reach();
        return reach.reaches(actor, person) && !reach.hides(actor, Reach.SIGNATURE);
    }

    @Override
    public SignatureOutcome takeAway(Actor actor, RequestId request, PersonId person, long seen) {
        actor.require(Permission.CHANGE_PEOPLE);
        register.reach().require(actor, person);
        return once(
                actor,
                request,
                "signatures.take-away",
                person,
                List.of(person, seen),
                (tx, known) -> {
                    var now = store.printed(tx.sql(), person, known.key());
                    if (now.filter(one -> one.number() == seen).isEmpty()) {
                        return new SignatureOutcome.Overtaken();
                    }
                    store.replace(tx, person);
                    tx.journal(
                            "signature.taken-away",
                            Register.subjectOf(person),
                            Map.of("signature", seen));
                    return new SignatureOutcome.TakenAway(seen);
                });
    }

    @Override
    public SignatureOutcome putBack(
            Actor actor, RequestId request, PersonId person, long signature) {
        actor.require(Permission.CHANGE_PEOPLE);
        register.reach().require(actor, person);
        return once(
                actor,
                request,
                "signatures.put-back",
                person,
                List.of(person, signature),
                (tx, _) -> {
                    if (!store.has(tx, person, signature)) {
                        return new SignatureOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "signature",
                                                signature,
                                                "people.signature-unknown")));
                    }
                    store.replace(tx, person);
                    store.putBack(tx, person, signature);
                    tx.journal(
                            "signature.put-back",
                            Register.subjectOf(person),
                            Map.of("signature", signature));
                    return new SignatureOutcome.Kept(signature);
                });
    }

    private SignatureOutcome once(
            Actor actor,
            RequestId request,
            String door,
            PersonId person,
            Object asked,
            BiFunction<Tx, StoredPerson, SignatureOutcome> write) {
        return books.once(
                actor,
                request,
                door,
                asked,
                SignatureOutcome.class,
                tx ->
                        register.store()
                                .find(tx, person)
                                .map(known -> write.apply(tx, known))
                                .orElseGet(() ->
                                        new SignatureOutcome.Rejected(
                                                BookedPeople.unknown(person))));
    }
}
