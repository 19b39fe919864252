package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.ChangeRequest.State;
import app.lodge.core.selfservice.ChangeRequestStore.Row;
import app.lodge.core.selfservice.SelfService.DecideOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What clerks do with holders' requests. Accepting is a change like any that staff make, with its checks
/// and its journal row; should the machine stop between it and the request's own row, the request is
/// accepted again and changes nothing more.
final class Deciding {

    private static final int TRIES = 3;

    private final Books books;
    private final Register register;
    private final People people;
    private final OwnData data;

    Deciding(Books books, Register register, People people, OwnData data) {
        this.books = books;
        this.register = register;
        this.people = people;
        this.data = data;
    }

    List<ChangeRequest> open(Actor actor) {
        actor.require(Permission.CHANGE_PEOPLE);
        return books.read(sql -> data.store().open(sql)).stream()
                .filter(row -> register.reach().reaches(actor, row.person()))
                .map(row -> data.opened(actor, row))
                .toList();
    }

    DecideOutcome accept(Actor actor, RequestId request, long id) {
        return with(
                actor,
                id,
                row -> {
                    var problems = changed(actor, row);
                    return problems.isEmpty()
                            ? decided(actor, request, row, State.ACCEPTED)
                            : new DecideOutcome.Rejected(problems);
                });
    }

    DecideOutcome refuse(Actor actor, RequestId request, long id) {
        return with(actor, id, row -> decided(actor, request, row, State.REFUSED));
    }

    private DecideOutcome with(Actor actor, long id, Function<Row, DecideOutcome> work) {
        actor.require(Permission.CHANGE_PEOPLE);
        var row = find(id);
        if (row.isEmpty()) {
            return new DecideOutcome.Rejected(
                    List.of(Problem.of("request", id, "self-service.no-request")));
        }
        register.reach().require(actor, row.get().person());
        return row.get().state() == State.OPEN
                ? work.apply(row.get())
                : new DecideOutcome.NotOpen(data.opened(actor, row.get()));
    }

    private List<Problem> changed(Actor actor, Row row) {
        var sealed = row.sealed();
        for (var tries = 0; tries < TRIES && sealed != null; tries++) {
            var person = people.find(actor, row.person());
            if (person.isEmpty()) {
                break;
            }
            var details =
                    PersonField.merged(
                            person.get().details(),
                            Map.of(row.field(), data.wanted(row.person(), row.id(), sealed)));
            switch (people.change(
                    actor, RequestId.fresh(), row.person(), person.get().revision(), details)) {
                case ChangeOutcome.Changed _ -> {
                    return List.of();
                }
                case ChangeOutcome.Rejected(var problems) -> {
                    return problems;
                }
                case ChangeOutcome.Overtaken _ -> {
                    // Somebody else was faster with another field: once more with what stands now.
                }
            }
        }
        return List.of(Problem.of("request", row.id(), "self-service.no-request"));
    }

    private DecideOutcome decided(Actor actor, RequestId request, Row row, State state) {
        var first =
                books.once(
                        actor,
                        request,
                        "self-service.decide",
                        List.of(row.id(), state),
                        Boolean.class,
                        tx -> {
                            var was = data.store().become(tx, row.id(), State.OPEN, state);
                            if (was) {
                                data.journal(
                                        tx,
                                        state == State.ACCEPTED
                                                ? "holder-request.accepted"
                                                : "holder-request.refused",
                                        row);
                            }
                            return was;
                        });
        var now = data.opened(actor, find(row.id()).orElseThrow());
        return first ? new DecideOutcome.Decided(now) : new DecideOutcome.NotOpen(now);
    }

    private Optional<Row> find(long id) {
        return books.read(sql -> data.store().find(sql, id));
    }
}
