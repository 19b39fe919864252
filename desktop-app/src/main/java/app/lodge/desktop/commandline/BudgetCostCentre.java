package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge cost-centre budget`: an amount for a period, for a centre or a person on it (ID-18).
@Command(name = "budget")
final class BudgetCostCentre extends DoorCommand {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "cost-centre.code")
    String code = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "cost-centre.budget.period")
    String period = "month";

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "cost-centre.budget.from")
    String from = "";

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "cost-centre.budget.until")
    String until = "";

    @Option(names = "--person", paramLabel = "PERSON", descriptionKey = "cost-centre.budget.person")
    String person = "";

    @Option(names = "--carry-over", descriptionKey = "cost-centre.budget.carry-over")
    boolean carryOver;

    BudgetCostCentre(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var answers = new MoveAnswers(session, doors);
        var most = Values.amount("AMOUNT", amount, answers.currency());
        var each = Values.choice("--period", period, Budget.Period.class);
        var first = Values.day("--from", from);
        var last = until.isEmpty() ? null : Values.day("--until", until);
        var account =
                person.isEmpty()
                        ? 0
                        : MoveAnswers.accountOf(doors, "--person", person).id().number();
        var id = Centres.named(doors, code);
        var centres = doors.door(CostCentres.class);
        var budget = new Budget(account, each, most.minor(), carryOver, first, last);
        return switch (centres.setBudget(doors.actor(), RequestId.fresh(), id, budget)) {
            case CentreOutcome.Done(var centre) ->
                    Answer.done(
                            Map.of("centre", centre, "budgets", centres.budgets(doors.actor(), id)),
                            session.text("cli.cost-centre.budgeted", centre.code()));
            case CentreOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
