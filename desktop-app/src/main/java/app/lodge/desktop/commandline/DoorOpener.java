package app.lodge.desktop.commandline;

import java.nio.file.Path;

/// Reaches the site's bridge, starting the bundled one when none answers, and signs in.
@FunctionalInterface
public interface DoorOpener {

    /// @param note takes sentences about what is going on
    /// @throws Refusal if there is no such site, no bridge comes up, or the operator is not let in
    Doors open(Path home, String operator, char[] password, Note note);

    /// Takes a sentence by its key.
    @FunctionalInterface
    interface Note {
        void say(String key, Object... arguments);
    }
}
