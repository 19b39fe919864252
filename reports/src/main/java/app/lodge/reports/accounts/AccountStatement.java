package app.lodge.reports.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Movement;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonId;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.parameters.Period;
import app.lodge.reports.parameters.Scroll;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every movement of one account, or of each account of a person, with its running balance, oldest first
/// (ID-21, ID-53).
///
/// The period counts by booking time, because that is the order in which the balance runs; what a
/// device reported late stands where it was booked, with its own time and a remark.
public final class AccountStatement {

    private final Accounts accounts;
    private final People people;

    public AccountStatement(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    /// @param most rows at most; with more the list is cut one row later, so that the caller sees it
    public Listing list(Actor actor, Given given, Letterhead head, int most) {
        var found = find(actor, given);
        if (found.isEmpty()) {
            return new Listing.Missing(
                    given.text("account")
                            .map(number -> Problem.of("account", number, "reports.no-account"))
                            .orElseGet(() ->
                                    Problem.of(
                                            "person",
                                            given.text("person").orElse(""),
                                            "reports.no-account-of-person")));
        }
        var purpose =
                given.text("purpose").map(LookPurpose::valueOf).orElse(LookPurpose.ASKED_BY_HOLDER);
        var period = Period.of(given, head.zone());
        var sheets =
                found.stream()
                        .map(account ->
                                new StatementSheet(
                                        account,
                                        holderName(actor, account),
                                        movements(actor, account, purpose, period, most),
                                        given,
                                        head))
                        .toList();
        return new Listing.Found(
                Long.toString(found.getFirst().id().number()),
                StatementSheet.table(sheets),
                () -> StatementSheet.paper(sheets));
    }

    /// The account that is named, or all of a person, one after the other: their currencies are never
    /// added up.
    private List<Account> find(Actor actor, Given given) {
        return given.number("account")
                .map(number -> accounts.find(actor, new AccountId(number)).stream().toList())
                .orElseGet(() ->
                        given.number("person")
                                .map(n -> accounts.allOfPerson(actor, new PersonId(n)))
                                .orElse(List.of()));
    }

    private Optional<String> holderName(Actor actor, Account account) {
        return actor.may(Permission.SEE_PEOPLE)
                ? people.find(actor, account.holder()).map(person -> person.details().fullName())
                : Optional.empty();
    }

    private StatementMovements movements(
            Actor actor, Account account, LookPurpose purpose, Period period, int most) {
        var inPeriod = new ArrayList<Movement>();
        var before = new ArrayList<Movement>(); // the one before the period, if any
        Scroll.<Movement>through(
                after -> accounts.movements(actor, account.id(), purpose, after, Scroll.PAGE),
                movement -> {
                    if (period.endedBy(movement.bookedAt())) {
                        return true;
                    }
                    if (!period.begunBy(movement.bookedAt())) {
                        before.add(movement);
                        return false;
                    }
                    inPeriod.add(movement);
                    return inPeriod.size() <= most;
                });
        var rows = inPeriod.reversed();
        var opening =
                !before.isEmpty()
                        ? before.getFirst().balanceAfter()
                        : rows.isEmpty()
                                ? Money.zero(account.balance().currency())
                                : rows.getFirst().balanceAfter().minus(rows.getFirst().amount());
        return new StatementMovements(opening, rows);
    }
}
