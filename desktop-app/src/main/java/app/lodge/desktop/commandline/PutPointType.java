package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.points.PointType;
import app.lodge.core.points.PointTypes;
import app.lodge.core.points.PointTypes.PutOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge point-type put`: a new sort of payment point, or another name for the one with this code; retired
/// if said so (ID-14).
@Command(name = "put")
final class PutPointType extends DoorCommand {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "point-type.code")
    String code = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            descriptionKey = "point-type.name")
    String name = "";

    @Option(names = "--retired", descriptionKey = "point-type.retired")
    boolean retired;

    PutPointType(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var outcome =
                doors.door(PointTypes.class)
                        .put(doors.actor(), RequestId.fresh(), new PointType(code, name, retired));
        return switch (outcome) {
            case PutOutcome.Done(var kept) ->
                    Answer.done(Map.of("type", kept), ListPointTypes.line(session, kept));
            case PutOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
