package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonCheck;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.ChangeRequest.State;
import app.lodge.core.selfservice.ChangeRequestStore.Row;
import app.lodge.core.selfservice.MailStore.Kind;
import app.lodge.core.selfservice.OneTimeCodes.Purpose;
import app.lodge.core.selfservice.OneTimeCodes.Tried;
import app.lodge.core.selfservice.SelfServiceRules.Access;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What holders see of their own data, and what they ask staff to change; another address only after its
/// code came back (ID-09, ID-24).
final class OwnData {

    private static final Actor SYSTEM = Actor.system("self-service");
    private static final int SHOWN = 20;
    private static final Set<State> UNDECIDED = Set.of(State.CODE, State.OPEN);

    private final Books books;
    private final Register register;
    private final RulesKept rules;
    private final Links links;
    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final ChangeRequestStore store = new ChangeRequestStore();

    OwnData(
            Books books,
            Register register,
            RulesKept rules,
            Links links,
            OneTimeCodes codes,
            Outbox outbox) {
        this.books = books;
        this.register = register;
        this.rules = rules;
        this.links = links;
        this.codes = codes;
        this.outbox = outbox;
    }

    ChangeRequestStore store() {
        return store;
    }

    HolderAnswer show(LoginId login) {
        return own(login).<HolderAnswer>map(this::shown).orElseGet(OwnData::nobodys);
    }

    private HolderAnswer shown(Person person) {
        var fields =
                Arrays.stream(PersonField.values())
                        .filter(field -> rules.now().access(field) != Access.STAFF_ONLY)
                        .map(field ->
                                new HolderAnswer.Shown(
                                        field,
                                        field.of(person.details()),
                                        rules.now().access(field) == Access.EDITABLE))
                        .toList();
        var requests =
                books.read(sql -> store.ofPerson(sql, person.id())).reversed().stream()
                        .filter(row -> rules.now().access(row.field()) != Access.STAFF_ONLY)
                        .limit(SHOWN)
                        .map(row -> opened(SYSTEM, row))
                        .toList();
        return new HolderAnswer.Data(fields, requests);
    }

    HolderAnswer ask(
            Actor actor, RequestId request, LoginId login, Map<PersonField, String> wanted) {
        var person = own(login);
        if (person.isEmpty()) {
            return nobodys();
        }
        var problems = problems(person.get(), wanted);
        if (!problems.isEmpty()) {
            return new HolderAnswer.Rejected(problems);
        }
        books.once(
                actor,
                request,
                "self-service.change-data",
                List.of(login, wanted),
                Boolean.class,
                tx -> {
                    wanted.forEach(
                            (field, value) -> asked(tx, login, person.get(), field, value.strip()));
                    return true;
                });
        return show(login);
    }

    private List<Problem> problems(Person person, Map<PersonField, String> wanted) {
        var problems = new ArrayList<Problem>();
        for (var field : wanted.keySet()) {
            if (rules.now().access(field) != Access.EDITABLE) {
                problems.add(Problem.of(field.key(), "", "self-service.not-editable"));
            }
        }
        var birth = wanted.get(PersonField.BIRTH_DATE);
        if (birth != null && !birth.matches("|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")) {
            problems.add(Problem.of(PersonField.BIRTH_DATE.key(), birth, "self-service.date-form"));
        }
        if (problems.isEmpty()) {
            var keys = wanted.keySet().stream().map(PersonField::key).toList();
            new PersonCheck(books.clock())
                    .problems(PersonField.merged(person.details(), wanted)).stream()
                            .filter(problem -> keys.contains(problem.field()))
                            .forEach(problems::add);
        }
        return problems;
    }

    private void asked(Tx tx, LoginId login, Person person, PersonField field, String wanted) {
        store.ofPerson(tx.sql(), person.id()).stream()
                .filter(row -> row.field() == field && UNDECIDED.contains(row.state()))
                .forEach(row -> dropped(tx, row));
        if (field.of(person.details()).equals(wanted)) {
            return;
        }
        var id = store.nextNumber(tx);
        var confirmed = field != PersonField.EMAIL || wanted.isEmpty();
        var sealed =
                register.seal(
                                tx,
                                person.id(),
                                ChangeRequestStore.place(id),
                                wanted.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow();
        store.insert(
                tx, id, person.id(), login, field, sealed, confirmed ? State.OPEN : State.CODE);
        if (!confirmed) {
            codes.make(tx, Purpose.ADDRESS, id, Duration.ofHours(rules.now().codeHours()));
            outbox.toPerson(tx, Kind.ADDRESS_CODE, id, person.id(), wanted);
        }
        tx.journal(
                "holder-request.asked",
                Links.subject(person.id()),
                Map.of("request", id, "login", login.number(), "field", field.key()));
    }

    private void dropped(Tx tx, Row row) {
        codes.spend(tx, Purpose.ADDRESS, row.id());
        store.become(tx, row.id(), row.state(), State.DROPPED);
    }

    HolderAnswer confirm(
            Actor actor, RequestId request, LoginId login, long changeRequest, String code) {
        var outcome =
                books.once(
                        actor,
                        request,
                        "self-service.confirm-address",
                        List.of(login, changeRequest, code),
                        Confirmed.class,
                        tx -> confirmed(tx, login, changeRequest, code));
        return switch (outcome.tried()) {
            case RIGHT -> show(login);
            case WRONG -> new HolderAnswer.WrongCode(outcome.left());
            case NONE -> new HolderAnswer.NoCode();
        };
    }

    private Confirmed confirmed(Tx tx, LoginId login, long id, String code) {
        var row =
                store.find(tx.sql(), id)
                        .filter(one -> one.login().equals(login) && one.state() == State.CODE);
        if (row.isEmpty()) {
            return new Confirmed(How.NONE, 0);
        }
        return switch (codes.tried(tx, Purpose.ADDRESS, id, code, rules.now().wrongTries())) {
            case Tried.Right() -> {
                store.become(tx, id, State.CODE, State.OPEN);
                journal(tx, "holder-request.confirmed", row.get());
                yield new Confirmed(How.RIGHT, 0);
            }
            case Tried.Wrong(int left) -> {
                journal(tx, "holder-request.code-wrong", row.get());
                if (left == 0) {
                    store.become(tx, id, State.CODE, State.DROPPED);
                }
                yield new Confirmed(How.WRONG, left);
            }
            case Tried.None() -> new Confirmed(How.NONE, 0);
        };
    }

    /// The kept answer: it names nobody.
    record Confirmed(How tried, int left) {}

    enum How {
        RIGHT,
        WRONG,
        NONE
    }

    void journal(Tx tx, String kind, Row row) {
        tx.journal(
                kind,
                Links.subject(row.person()),
                Map.of("request", row.id(), "field", row.field().key()));
    }

    /// As far as whoever reads it sees the person and the field.
    ChangeRequest opened(Actor actor, Row row) {
        var person = register.find(actor, row.person());
        var hidden = register.reach().hides(actor, row.field().key());
        var sealed = row.sealed();
        return new ChangeRequest(
                row.id(),
                row.person(),
                person.map(one -> one.details().fullName()).orElse(""),
                row.field(),
                person.map(one -> row.field().of(one.details())).orElse(""),
                hidden || sealed == null ? "" : wanted(row.person(), row.id(), sealed),
                row.state(),
                row.askedAt(),
                row.decidedAt());
    }

    String wanted(PersonId person, long id, byte[] sealed) {
        return register.open(person, ChangeRequestStore.place(id), sealed)
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse("");
    }

    private Optional<Person> own(LoginId login) {
        return links.own(login).stream()
                .findFirst()
                .flatMap(person -> register.find(SYSTEM, person));
    }

    private static HolderAnswer nobodys() {
        return new HolderAnswer.NoRight(null);
    }
}
