package app.lodge.desktop.commandline;

import app.lodge.core.operators.Operators;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `lodge operator list`: who may sign in, and as what.
@Command(name = "list")
final class ListOperators extends DoorCommand {

    ListOperators(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var all = doors.door(Operators.class).list(doors.actor());
        return new Answer.Done(
                all,
                all.stream()
                        .map(one ->
                                session.text(
                                        one.active() ? "cli.operator.line" : "cli.operator.gone",
                                        one.name(),
                                        session.text(
                                                "role."
                                                        + one.role()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT))))
                        .toList());
    }
}
