package app.lodge.desktop.commandline;

import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.doors.BridgeAway;
import app.lodge.core.doors.DoorFault;
import app.lodge.core.doors.SignInNeeded;
import app.lodge.core.keys.TokenUnavailable;
import app.lodge.desktop.shell.FaultCode;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place where what went wrong becomes a sentence and an exit status.
final class Faults {

    private final Session session;

    private Faults(Session session) {
        this.session = session;
    }

    static void answer(CommandLine root, Session session) {
        var faults = new Faults(session);
        root.setParameterExceptionHandler((e, _) -> faults.wrongWords(e));
        root.setExecutionExceptionHandler(
                (e, line, _) -> faults.failed(e, line.getCommandSpec().qualifiedName()));
    }

    /// What was called without {@link CommandLine}, with the same sentences.
    static int told(Session session, String command, Callable<Integer> work) {
        try {
            return work.call();
        } catch (Exception e) {
            return new Faults(session).failed(e, command);
        } catch (VirtualMachineError | LinkageError e) {
            return broken(session, command, e);
        }
    }

    private int wrongWords(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        var sentence =
                switch (e) {
                    case UnmatchedArgumentException unmatched ->
                            texts(
                                    "cli.unknown-word",
                                    unmatched.getUnmatched().stream()
                                            .map(Values::shown)
                                            .collect(Collectors.joining(" ")),
                                    command);
                    case MissingParameterException missing ->
                            texts(
                                    "cli.missing",
                                    missing.getMissing().stream()
                                            .map(Faults::name)
                                            .collect(Collectors.joining(", ")),
                                    command);
                    default -> {
                        var argument = e.getArgSpec();
                        yield argument == null
                                ? texts(
                                        "cli.unreadable",
                                        Values.shown(String.valueOf(e.getMessage())),
                                        command)
                                : texts(
                                        "cli.bad-value",
                                        name(argument),
                                        Values.shown(String.valueOf(e.getValue())),
                                        type(argument),
                                        command);
                    }
                };
        return session.printWrongUsage(sentence);
    }

    private int failed(Exception e, String command) {
        return switch (e) {
            case WrongUsage wrong ->
                    session.printWrongUsage(texts(wrong.key(), wrong.arguments().toArray()));
            case Refusal refusal ->
                    session.print(Answer.refused(refusal.key(), refusal.arguments().toArray()));
            case NotPermitted not ->
                    session.print(
                            Answer.refused("cli.not-permitted", not.actor(), not.permission()));
            case SignInNeeded _ -> session.print(Answer.refused("cli.session-ended"));
            case BridgeAway _ -> session.print(Answer.refused("cli.bridge-away"));
            case BooksUnavailable unavailable ->
                    session.print(
                            Answer.refused(
                                    "cli.books-unavailable",
                                    String.valueOf(unavailable.getMessage())));
            case TokenUnavailable away ->
                    session.print(Answer.refused("failure.token-away", away.token()));
            case DoorFault fault -> session.print(Answer.refused("cli.bridge-fault", fault.code()));
            default -> broken(session, command, e);
        };
    }

    /// A fault of ours: the details into a file, a sentence that leads there to the terminal.
    static int broken(Session session, String command, Throwable thrown) {
        var log = new FaultLog(session.home(), InstantSource.system());
        var code = FaultCode.of(thrown);
        return session.print(
                log.keep(command, thrown)
                        .map(file -> Answer.refused("cli.fault", code, file))
                        .orElseGet(() -> Answer.refused("cli.fault-not-kept", code)));
    }

    private String texts(String key, Object... arguments) {
        return session.text(key, arguments);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String type(ArgSpec argument) {
        var type = argument.type();
        return texts(
                type == int.class || type == Integer.class || type == long.class
                        ? "cli.type-number"
                        : "cli.type-text");
    }
}
