package app.lodge.desktop.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The first word of a two-word command. Alone it is wrong usage, and shows what may follow.
@Command
final class Group implements Callable<Integer> {

    private final Session session;

    @Spec CommandSpec spec = CommandSpec.create();

    Group(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printWrongUsage(
                session.text(
                        "cli.word-missing",
                        spec.qualifiedName(),
                        String.join(", ", spec.subcommands().keySet())));
        spec.commandLine().usage(session.terminal().err(), CommandLine.Help.Ansi.AUTO);
        return ExitStatus.WRONG_USAGE;
    }
}
