package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.Limits.LimitOutcome;
import app.lodge.core.books.RequestId;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account limits`: shows what limits hold, and sets or removes one (ID-13, ID-19).
@Command(name = "limits")
final class LimitAccount extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--set", paramLabel = "KIND", descriptionKey = "account.limits.set")
    String kind = "";

    @Option(names = "--most", paramLabel = "AMOUNT", descriptionKey = "account.limits.most")
    String most = "";

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "account.limits.until")
    String until = "";

    @Option(names = "--remove", paramLabel = "KIND", descriptionKey = "account.limits.remove")
    String gone = "";

    @Mixin CurrencyOption in = new CurrencyOption();

    LimitAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var answers = new MoveAnswers(session, in.of(doors));
        var limits = doors.door(Limits.class);
        var account = in.accountOf(doors, "PERSON", person).id();
        if (!kind.isEmpty()) {
            var which = Values.choice("--set", kind, Limit.Kind.class);
            var amount =
                    which.counts()
                            ? Values.number("--most", most)
                            : Values.amountOrZero("--most", most, answers.currency()).minor();
            var day = until.isEmpty() ? null : Values.day("--until", until);
            var limit = new Limit(which, Limit.Owner.ACCOUNT, account.number(), amount, day);
            if (limits.set(doors.actor(), RequestId.fresh(), limit)
                    instanceof LimitOutcome.Rejected(var problems)) {
                return new Answer.Faulty(problems);
            }
        }
        if (!gone.isEmpty()) {
            limits.remove(
                    doors.actor(),
                    RequestId.fresh(),
                    Limit.Owner.ACCOUNT,
                    account.number(),
                    Values.choice("--remove", gone, Limit.Kind.class));
        }
        var standing = limits.standing(doors.actor(), account);
        return new Answer.Done(
                Map.of("limits", standing),
                standing.stream()
                        .map(each ->
                                session.text(
                                        "cli.account.limit",
                                        session.text(
                                                "limit-kind." + Values.kebab(each.limit().kind())),
                                        answers.owner(each.limit()),
                                        answers.most(each.limit(), each.limit().most()),
                                        answers.most(each.limit(), each.remains())))
                        .toList());
    }
}
