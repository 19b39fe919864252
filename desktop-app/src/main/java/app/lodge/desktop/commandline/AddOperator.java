package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Operators.AddOutcome;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge operator add`: somebody more who may sign in, such as the second custodian.
@Command(name = "add")
final class AddOperator extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "operator.new-name")
    String name = "";

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "operator.role")
    String role = "clerk";

    @Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            descriptionKey = "operator.new-password-file")
    @Nullable Path newPasswordFile;

    AddOperator(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = Values.choice("--role", role, Role.class);
        var password = session.secret(newPasswordFile, "cli.operator.ask-new", name);
        try {
            return switch (doors.door(Operators.class)
                    .add(doors.actor(), RequestId.fresh(), name, wanted, password)) {
                case AddOutcome.Done(var operator) ->
                        Answer.done(operator, session.text("cli.operator.added", operator.name()));
                case AddOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            };
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
