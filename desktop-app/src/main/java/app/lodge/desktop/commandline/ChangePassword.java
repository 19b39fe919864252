package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Operators.AddOutcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge operator password [NAME]`: one's own password, the present one first; or, as an administrator,
/// somebody else's.
@Command(name = "password")
final class ChangePassword extends DoorCommand {

    @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "operator.whose")
    String name = "";

    @Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            descriptionKey = "operator.new-password-file")
    @Nullable Path newPasswordFile;

    ChangePassword(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        boolean own = name.isEmpty() || name.equals(doors.actor().name());
        var present =
                own ? session.password("cli.ask-password", doors.actor().name()) : new char[0];
        var next =
                session.secret(
                        newPasswordFile, "cli.operator.ask-new", own ? doors.actor().name() : name);
        try {
            return own ? ownPassword(doors, present, next) : ofOther(doors, next);
        } finally {
            Arrays.fill(present, ' ');
            Arrays.fill(next, ' ');
        }
    }

    private Answer ownPassword(Doors doors, char[] present, char[] next) {
        return answer(
                doors.door(Operators.class)
                        .changeOwnPassword(doors.actor(), RequestId.fresh(), present, next));
    }

    private Answer ofOther(Doors doors, char[] next) {
        var operators = doors.door(Operators.class);
        var whose =
                operators.list(doors.actor()).stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst();
        return whose.isEmpty()
                ? new Answer.Faulty(
                        List.of(
                                Problem.of(
                                        "NAME", Values.shown(name), "operator-card.no-operator")))
                : answer(
                        operators.changePassword(
                                doors.actor(), RequestId.fresh(), whose.get().id(), next));
    }

    private Answer answer(AddOutcome outcome) {
        return switch (outcome) {
            case AddOutcome.Done(var operator) ->
                    Answer.done(
                            operator, session.text("cli.operator.new-password", operator.name()));
            case AddOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
