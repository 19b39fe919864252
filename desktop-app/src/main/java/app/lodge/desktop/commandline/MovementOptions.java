package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.MovementFilter;
import app.lodge.core.accounts.MovementMarks;
import app.lodge.core.accounts.MovementStatus;
import app.lodge.core.accounts.Statements;
import app.lodge.core.accounts.Statements.Clerk;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which of an account's movements are shown; all that is given has to hold (ID-50).
final class MovementOptions {

    @Option(names = "--medium", paramLabel = "CARD", descriptionKey = "movements.medium")
    String medium = "";

    @Option(
            names = "--from-amount",
            paramLabel = "AMOUNT",
            descriptionKey = "movements.from-amount")
    String from = "";

    @Option(names = "--to-amount", paramLabel = "AMOUNT", descriptionKey = "movements.to-amount")
    String to = "";

    @Option(names = "--status", paramLabel = "STATUS", descriptionKey = "movements.status")
    String status = "";

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "movements.by")
    String by = "";

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "movements.text")
    String text = "";

    MovementFilter filter(Doors doors, Account account) {
        var currency = account.balance().currency();
        return MovementFilter.of(
                new MovementMarks(
                        mediumOf(doors, account),
                        from.isEmpty()
                                ? 0
                                : Values.amountOrZero("--from-amount", from, currency).minor(),
                        to.isEmpty()
                                ? MovementMarks.NO_END
                                : Values.amountOrZero("--to-amount", to, currency).minor(),
                        statusOrAny(),
                        clerkOf(doors, account),
                        text));
    }

    private @Nullable MovementStatus statusOrAny() {
        return status.isEmpty() ? null : Values.choice("--status", status, MovementStatus.class);
    }

    /// A card of the account's own holder.
    private long mediumOf(Doors doors, Account account) {
        if (medium.isEmpty()) {
            return MovementMarks.ANY_MEDIUM;
        }
        var number = Values.card("--medium", medium);
        return doors.door(Statements.class).media(doors.actor(), account.id()).stream()
                .filter(_ -> number.holder().equals(account.holder()))
                .filter(one -> one.issue() == number.issue())
                .findFirst()
                .orElseThrow(() -> new Refusal("cli.card.unknown", Values.shown(medium)))
                .number();
    }

    private long clerkOf(Doors doors, Account account) {
        if (by.isEmpty()) {
            return MovementMarks.ANYONE;
        }
        if (by.equals("nobody")) {
            return MovementMarks.NO_OPERATOR;
        }
        var clerks = doors.door(Statements.class).clerks(doors.actor(), account.id());
        return clerks.stream()
                .filter(one -> one.name().equalsIgnoreCase(by))
                .findFirst()
                .orElseThrow(() ->
                        new WrongUsage(
                                "cli.choice",
                                "--by",
                                Values.shown(by),
                                clerks.stream()
                                        .map(Clerk::name)
                                        .collect(Collectors.joining(", ", "nobody, ", ""))))
                .number();
    }
}
