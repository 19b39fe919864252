package app.lodge.desktop.commandline;

import app.lodge.core.layouts.CardLayouts;
import java.util.ArrayList;
import picocli.CommandLine.Command;

/// `lodge layout list`: the newest revision of each card layout, and which is the site's (ID-46).
@Command(name = "list")
final class ListLayouts extends DoorCommand {

    ListLayouts(Session session) {
        super(session);
    }

    /// @param use `everybody`, a group’s number, or empty
    private record Line(String layout, String name, String use) {}

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(CardLayouts.class);
        var uses = door.uses(doors.actor());
        var lines = new ArrayList<Line>();
        var words = new ArrayList<String>();
        for (var layout : SiteLayouts.shelf(doors).newest(doors.actor())) {
            var use =
                    uses.stream()
                            .filter(each -> each.layout().equals(layout.id()))
                            .map(each ->
                                    each.group() == null
                                            ? "everybody"
                                            : "group " + each.group().number())
                            .toList();
            var line = new Line(layout.reference(), layout.name(), String.join(", ", use));
            lines.add(line);
            words.add(
                    use.isEmpty()
                            ? session.text("cli.layout.line", line.layout(), line.name())
                            : session.text(
                                    "cli.layout.line-used",
                                    line.layout(),
                                    line.name(),
                                    line.use()));
        }
        return new Answer.Done(lines, words);
    }
}
