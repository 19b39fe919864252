package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Accounts.OpenOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account open`: another account for somebody, in another currency (requirements 0.3).
@Command(name = "open")
final class OpenAccount extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Parameters(index = "1", paramLabel = "CURRENCY", descriptionKey = "account.open.currency")
    String currency = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    OpenAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var holder = Values.person("PERSON", person);
        var wanted = Values.currency("CURRENCY", currency);
        var id = Values.request("--request", request);
        return switch (doors.door(Accounts.class).open(doors.actor(), id, holder, wanted)) {
            case OpenOutcome.Opened(var account) ->
                    Answer.done(
                            Map.of("account", account),
                            session.text(
                                    "cli.account.opened",
                                    String.valueOf(account.id().number()),
                                    String.valueOf(holder.number()),
                                    wanted.getCurrencyCode()));
            case OpenOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
