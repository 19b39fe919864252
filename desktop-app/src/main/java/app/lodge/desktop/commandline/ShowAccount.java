package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account show`: balance, reserved, available, and the newest movements (ID-20, ID-21, ID-50).
@Command(name = "show")
final class ShowAccount extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "account.show.limit")
    int limit = 20;

    @Option(names = "--purpose", paramLabel = "PURPOSE", descriptionKey = "account.show.purpose")
    String purpose = "counter";

    @Mixin CurrencyOption in = new CurrencyOption();

    @Mixin MovementOptions which = new MovementOptions();

    ShowAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var holder = Values.person("PERSON", person);
        Values.count("--limit", limit, 1, 500);
        var why = Values.choice("--purpose", purpose, LookPurpose.class);
        var accounts = doors.door(Accounts.class);
        var account = in.accountOf(doors, "PERSON", person);
        var movements =
                doors.door(Statements.class)
                        .page(
                                doors.actor(),
                                account.id(),
                                why,
                                which.filter(doors, account),
                                null,
                                limit)
                        .rows();
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.account.number",
                        String.valueOf(account.id().number()),
                        String.valueOf(holder.number())));
        lines.add(
                session.text(
                        "cli.account.amounts",
                        account.balance().toString(),
                        account.reserved().toString(),
                        account.overdraft().toString(),
                        account.available().toString()));
        if (account.blocked()) {
            var reason = account.blockReason();
            lines.add(
                    session.text(
                            "cli.account.blocked", reason == null ? "" : Values.kebab(reason)));
        }
        var others =
                accounts.allOfPerson(doors.actor(), holder).stream()
                        .filter(other -> !other.id().equals(account.id()))
                        .toList();
        for (var other : others) {
            lines.add(
                    session.text(
                            "cli.account.other",
                            String.valueOf(other.id().number()),
                            other.balance().toString(),
                            other.balance().currency().getCurrencyCode()));
        }
        movements.forEach(movement -> lines.add(line(movement)));
        return new Answer.Done(
                Map.of(
                        "account",
                        account,
                        "others",
                        others,
                        "available",
                        account.available(),
                        "movements",
                        List.copyOf(movements)),
                lines);
    }

    static String line(Movement movement) {
        return "%8d  %s  %-8s  %14s  %14s  %s"
                .formatted(
                        movement.posting(),
                        movement.occurredAt(),
                        Values.kebab(movement.kind()),
                        movement.amount(),
                        movement.balanceAfter(),
                        movement.place());
    }
}
