package app.lodge.core.topups;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import app.lodge.core.people.Register;
import app.lodge.core.sepa.BankAccount;
import app.lodge.core.topups.Mandate.BankDetails;
import app.lodge.core.topups.MandateStore.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mandates as sealed rows.
final class BookedMandates implements Mandates {

    private static final int LONGEST_HOLDER = 70;

    private final Books books;
    private final Register register;
    private final MandateStore store = new MandateStore();

    BookedMandates(Books books, Register register) {
        this.books = books;
        this.register = register;
    }

    @Override
    public MandateOutcome grant(
            Actor actor,
            RequestId request,
            PersonId person,
            LocalDate signedOn,
            boolean oneOff,
            BankDetails bank) {
        actor.require(Permission.CHANGE_PEOPLE);
        register.reach().require(actor, person);
        var problems = problems(signedOn, bank);
        if (!problems.isEmpty()) {
            return new MandateOutcome.Rejected(problems);
        }
        var number =
                books.once(
                                actor,
                                request,
                                "mandates.grant",
                                List.of(person, signedOn, oneOff, bank),
                                Kept.class,
                                tx -> new Kept(granted(tx, person, signedOn, oneOff, bank)))
                        .number();
        return number == 0
                ? new MandateOutcome.Rejected(
                        List.of(Problem.of("person", person.number(), "people.unknown")))
                : answer(actor, number);
    }

    /// The kept answer is a number, so that it tells nothing about anybody's bank.
    private long granted(
            Tx tx, PersonId person, LocalDate signedOn, boolean oneOff, BankDetails bank) {
        var number = store.nextNumber(tx);
        var sealed = register.seal(tx, person, place(number), Json.bytes(bank, BankDetails.class));
        if (sealed.isEmpty()) {
            return 0;
        }
        var reference = "LODGE-M-" + number;
        store.insert(tx, new Row(number, person, reference, signedOn, oneOff, false, sealed.get()));
        tx.journal(
                "mandate.granted",
                "person:" + person.number(),
                Map.of("mandate", number, "reference", reference, "oneOff", oneOff));
        return number;
    }

    private List<Problem> problems(LocalDate signedOn, BankDetails bank) {
        var problems = new ArrayList<>(BankAccount.problems(bank.iban(), bank.bic()));
        var holder = bank.holder().strip();
        if (holder.isEmpty() || holder.length() > LONGEST_HOLDER) {
            problems.add(Problem.of("holder", "", "mandates.holder-length", LONGEST_HOLDER));
        }
        if (!bank.country().isEmpty() && !bank.country().matches("[A-Z]{2}")) {
            problems.add(Problem.of("country", bank.country(), "people.country-unknown"));
        }
        var today = LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC);
        if (signedOn.isAfter(today.plusDays(1))) {
            problems.add(Problem.of("signedOn", signedOn, "mandates.signed-later"));
        }
        return problems;
    }

    @Override
    public MandateOutcome revoke(Actor actor, RequestId request, long mandate) {
        actor.require(Permission.CHANGE_PEOPLE);
        var found = books.read(sql -> store.find(sql, mandate));
        if (found.isEmpty()) {
            return new MandateOutcome.Rejected(
                    List.of(Problem.of("mandate", mandate, "mandates.unknown")));
        }
        var person = found.get().person();
        register.reach().require(actor, person);
        books.once(
                actor,
                request,
                "mandates.revoke",
                List.of(mandate),
                Boolean.class,
                tx -> {
                    if (store.revoke(tx, mandate)) {
                        tx.journal(
                                "mandate.revoked",
                                "person:" + person.number(),
                                Map.of("mandate", mandate));
                    }
                    return true;
                });
        return answer(actor, mandate);
    }

    @Override
    public List<Mandate> ofPerson(Actor actor, PersonId person) {
        actor.require(Permission.SEE_PEOPLE);
        register.reach().require(actor, person);
        return books.read(sql -> store.ofPerson(sql, person)).stream()
                .map(this::opened)
                .map(mandate -> seenBy(actor, mandate))
                .toList();
    }

    private MandateOutcome answer(Actor actor, long number) {
        return new MandateOutcome.Kept(
                seenBy(actor, opened(books.read(sql -> store.find(sql, number)).orElseThrow())));
    }

    /// Without the bank details where the actor's role does not see them (ID-55).
    private Mandate seenBy(Actor actor, Mandate mandate) {
        return register.reach().hides(actor, Reach.BANK)
                ? new Mandate(
                        mandate.number(),
                        mandate.person(),
                        mandate.reference(),
                        mandate.signedOn(),
                        mandate.oneOff(),
                        mandate.revoked(),
                        null)
                : mandate;
    }

    Mandate opened(Row row) {
        var bank =
                register.open(row.person(), place(row.number()), row.sealed())
                        .map(plain -> Json.read(plain, BankDetails.class));
        return new Mandate(
                row.number(),
                row.person(),
                row.reference(),
                row.signedOn(),
                row.oneOff(),
                row.revoked(),
                bank.orElse(null));
    }

    Optional<Mandate> find(long number) {
        return books.read(sql -> store.find(sql, number)).map(this::opened);
    }

    /// The newest mandate that stands and names a bank account: where the holder's money goes.
    Optional<Mandate> withBankDetails(PersonId person) {
        return books.read(sql -> store.ofPerson(sql, person)).stream()
                .filter(row -> !row.revoked())
                .map(this::opened)
                .filter(mandate -> mandate.bank() != null)
                .findFirst();
    }

    /// The kept answer.
    private record Kept(long number) {}

    private static String place(long number) {
        return "mandate.sealed/" + number;
    }
}
