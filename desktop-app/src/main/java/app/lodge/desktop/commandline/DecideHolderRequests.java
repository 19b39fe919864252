package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.selfservice.ChangeRequest;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.selfservice.SelfService.DecideOutcome;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge selfservice requests`: what holders want changed about themselves: lists, accepts, refuses (ID-09).
@Command(name = "requests")
final class DecideHolderRequests extends DoorCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            descriptionKey = "selfservice.decision")
    String what = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NUMBER",
            descriptionKey = "selfservice.request")
    String number = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    private enum What {
        LIST,
        ACCEPT,
        REFUSE
    }

    DecideHolderRequests(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var verb = Values.choice("WHAT", what, What.class);
        var door = doors.door(SelfService.class);
        return switch (verb) {
            case LIST -> {
                var open = door.requests(doors.actor());
                yield new Answer.Done(
                        Map.of("requests", open),
                        open.stream().map(DecideHolderRequests::line).toList());
            }
            case ACCEPT -> of(door.accept(doors.actor(), requestId(), number()));
            case REFUSE -> of(door.refuse(doors.actor(), requestId(), number()));
        };
    }

    private RequestId requestId() {
        return Values.request("--request", request);
    }

    private long number() {
        return Values.number("NUMBER", number);
    }

    private Answer of(DecideOutcome outcome) {
        return switch (outcome) {
            case DecideOutcome.Decided(var decided) ->
                    new Answer.Done(Map.of("request", decided), List.of(line(decided)));
            case DecideOutcome.NotOpen(var decided) ->
                    Answer.refused(
                            "cli.selfservice.not-open",
                            String.valueOf(decided.id()),
                            Values.kebab(decided.state()));
            case DecideOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static String line(ChangeRequest one) {
        return "%6d  %07d  %s  %-16s  %s -> %s  %s"
                .formatted(
                        one.id(),
                        one.person().number(),
                        Values.shown(one.name()),
                        one.field().key(),
                        Values.shown(one.present()),
                        Values.shown(one.wanted()),
                        Values.kebab(one.state()));
    }
}
