package app.lodge.desktop.commandline;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.HeldMoney;
import app.lodge.core.accounts.HoldState;
import app.lodge.core.accounts.Holds;
import app.lodge.core.accounts.Holds.ReleaseOutcome;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Reason;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account holds`: what payment points have reserved, and what became of it; lets an open one go
/// (ID-18, ID-50).
@Command(name = "holds")
final class HoldsOfAccount extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "account.holds.state")
    String state = "";

    @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "account.holds.limit")
    int limit = 20;

    @Option(names = "--purpose", paramLabel = "PURPOSE", descriptionKey = "account.show.purpose")
    String purpose = "counter";

    @Option(names = "--release", paramLabel = "NUMBER", descriptionKey = "account.holds.release")
    String released = "";

    @Option(names = "--reason", paramLabel = "REASON", descriptionKey = "money.reason")
    String reason = "other";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    @Mixin CurrencyOption in = new CurrencyOption();

    HoldsOfAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        Values.person("PERSON", person);
        Values.count("--limit", limit, 1, 500);
        var why = Values.choice("--purpose", purpose, LookPurpose.class);
        var which = state.isEmpty() ? null : Values.choice("--state", state, HoldState.class);
        var account = in.accountOf(doors, "PERSON", person);
        if (!released.isEmpty()) {
            return release(doors, account.id());
        }
        var rows =
                doors.door(Holds.class)
                        .page(doors.actor(), account.id(), why, which, null, limit)
                        .rows();
        return new Answer.Done(
                Map.of("account", account, "holds", rows),
                rows.isEmpty()
                        ? List.of(session.text("cli.account.no-holds"))
                        : rows.stream().map(this::line).toList());
    }

    private Answer release(Doors doors, AccountId account) {
        var number = Values.number("--release", released);
        var outcome =
                doors.door(Holds.class)
                        .release(
                                doors.actor(),
                                Values.request("--request", request),
                                account,
                                number,
                                Values.choice("--reason", reason, Reason.class));
        return switch (outcome) {
            case ReleaseOutcome.LetGo(var after) ->
                    Answer.done(
                            Map.of("released", number, "account", after),
                            session.text(
                                    "cli.account.hold-released",
                                    String.valueOf(number),
                                    after.available().toString()));
            case ReleaseOutcome.EndedBefore(var how) ->
                    Answer.refused(
                            "cli.account.hold-ended",
                            String.valueOf(number),
                            session.text("hold-state." + Values.kebab(how)));
            case ReleaseOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private String line(HeldMoney hold) {
        return "%8d  %-8s  %14s  %s  %s  %s  %s"
                .formatted(
                        hold.number(),
                        Values.kebab(hold.state()),
                        hold.amount(),
                        hold.since(),
                        hold.until(),
                        session.text(
                                "filter.medium",
                                session.text("medium.kind." + Values.kebab(hold.medium())),
                                String.valueOf(hold.issue())),
                        hold.centre().isEmpty()
                                ? hold.place()
                                : hold.place() + ", " + hold.centre())
                .stripTrailing();
    }
}
