package app.lodge.desktop.commandline;

import app.lodge.core.points.PointType;
import app.lodge.core.points.PointTypes;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge point-type list`: what sort of payment point there can be (ID-14).
@Command(name = "list")
final class ListPointTypes extends DoorCommand {

    ListPointTypes(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var types = doors.door(PointTypes.class).list(doors.actor());
        return new Answer.Done(
                Map.of("types", types), types.stream().map(type -> line(session, type)).toList());
    }

    static String line(Session session, PointType type) {
        return session.text(
                type.retired() ? "cli.point-type.retired" : "cli.point-type.line",
                type.code(),
                type.called(session.texts()));
    }
}
