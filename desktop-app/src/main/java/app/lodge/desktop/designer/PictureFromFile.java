package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.layouts.PictureReader;
import app.lodge.personalization.layouts.model.Asset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Puts a picture from a file onto the card; it travels inside the layout.
final class PictureFromFile {

    private final Session session;
    private final DesignViewModel model;
    private final BooleanProperty reading = new SimpleBooleanProperty();

    PictureFromFile(Session session, DesignViewModel model) {
        this.session = session;
        this.model = model;
    }

    void insert() {
        session.dialogs()
                .chooseFile(
                        "designer.picture-choose",
                        "designer.pictures",
                        List.of("*.png", "*.jpg", "*.jpeg", "*.svg"))
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "designer.working",
                                        reading,
                                        () -> asset(file),
                                        asset -> insert(file, asset)));
    }

    private static Asset asset(Path file) throws IOException {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")
                ? new Asset.Drawing(Files.readString(file))
                : new Asset.Pixels(Files.readAllBytes(file));
    }

    private void insert(Path file, Asset asset) {
        if (PictureReader.unreadable(asset)) {
            session.notices()
                    .warn(Message.of("layouts.picture-unreadable", file.getFileName().toString()));
            return;
        }
        var layout = model.layout();
        var stem = NewLayout.idFor(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        var name = Arrangement.free(stem.isEmpty() ? "picture" : stem, layout.assets().keySet());
        var assets = new HashMap<>(layout.assets());
        assets.put(name, asset);
        model.become(layout.withAssets(assets), "");
        model.put(List.of(new NewElements(model.side().inks()).picture(name)), 0);
    }
}
