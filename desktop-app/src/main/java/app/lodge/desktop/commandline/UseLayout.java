package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.groups.Groups;
import app.lodge.core.layouts.CardLayouts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge layout use`: new cards of a group, or of everybody else, look like this from now on (ID-13).
@Command(name = "use")
final class UseLayout extends DoorCommand {

    @Parameters(paramLabel = "LAYOUT", descriptionKey = "argument.layout")
    String layout = "";

    @Option(names = "--group", paramLabel = "NAME", descriptionKey = "layout.use.group")
    @Nullable String group;

    UseLayout(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var found = SiteLayouts.shelf(doors).find(doors.actor(), layout);
        if (found.isEmpty()) {
            return Answer.refused("cli.card.layout", Values.shown(layout));
        }
        var id = found.get().id();
        var door = doors.door(CardLayouts.class);
        if (group == null) {
            door.use(doors.actor(), RequestId.fresh(), null, id);
            return done(id, "");
        }
        var named =
                doors.door(Groups.class).list(doors.actor()).stream()
                        .filter(each -> each.name().equals(group))
                        .findFirst();
        if (named.isEmpty()) {
            return Answer.refused("cli.layout.no-group", Values.shown(group));
        }
        door.use(doors.actor(), RequestId.fresh(), named.get().id(), id);
        return done(id, named.get().name());
    }

    private Answer done(String id, String name) {
        return Answer.done(
                Map.of("layout", id, "group", name),
                name.isEmpty()
                        ? session.text("cli.layout.used-by-all", id)
                        : session.text("cli.layout.used-by", id, name));
    }
}
