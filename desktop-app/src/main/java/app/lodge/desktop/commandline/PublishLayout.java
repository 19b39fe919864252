package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge layout publish`: publishes a file as the next revision of its layout (ID-46).
@Command(name = "publish")
final class PublishLayout extends DoorCommand {

    private static final int LARGEST = 8_000_000;

    @Parameters(paramLabel = "FILE", descriptionKey = "argument.layout-file")
    Path file = Path.of("");

    PublishLayout(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var text =
                SmallFile.text(file, LARGEST)
                        .orElseThrow(() -> new WrongUsage("cli.file-unreadable", "FILE", file));
        return switch (new LayoutReader().read(text)) {
            case LayoutOutcome.Accepted(var layout) -> publish(doors, layout, text);
            case LayoutOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case LayoutOutcome.Overtaken(var newest) ->
                    Answer.refused("designer.overtaken", newest);
        };
    }

    private Answer publish(Doors doors, Layout layout, String text) {
        var shelf = SiteLayouts.shelf(doors);
        int after = shelf.find(doors.actor(), layout.id()).map(Layout::revision).orElse(0);
        return switch (shelf.publish(doors.actor(), RequestId.fresh(), after, text)) {
            case LayoutOutcome.Accepted(var published) ->
                    Answer.done(
                            Map.of("layout", published.reference()),
                            session.text("designer.published", published.reference()));
            case LayoutOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case LayoutOutcome.Overtaken(var newest) ->
                    Answer.refused("designer.overtaken", newest);
        };
    }
}
