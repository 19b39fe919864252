package app.lodge.desktop;

import app.lodge.desktop.people.PhotoDesk;
import app.lodge.desktop.shell.WorkstationSettings;
import app.lodge.personalization.cameras.Cameras;
import app.lodge.personalization.faces.FaceFinder;
import java.nio.file.Path;

/// A workstation without a camera, and without anything that looks for faces.
final class NoPhotoDesk {

    private NoPhotoDesk() {}

    static PhotoDesk desk() {
        return new PhotoDesk(
                FaceFinder.none("a test"),
                new Cameras(),
                WorkstationSettings.read(Path.of("no", "such", "workstation.properties")));
    }
}
