package app.lodge.desktop.commandline;

import app.lodge.core.site.Home;
import java.nio.file.Path;
import java.util.Optional;

/// The three words that do not end with an answer but run a program. Each returns an exit status.
public interface Programs {

    /// Opens the desktop and returns when its window is closed.
    int desktop(Path home);

    /// Runs the site's bridge until it is told to stop.
    int bridge(Terminal terminal, Path home);

    /// The same for a home that an operator opened by password.
    default int bridge(Terminal terminal, Home opened) {
        return bridge(terminal, opened.folder());
    }

    /// Runs the whole slice on a fresh site.
    ///
    /// @param headless where the results go; empty opens the desktop on the demo site instead
    /// @param home where the demo site is to lie; empty for a folder that is removed afterwards
    int demo(Terminal terminal, Optional<Path> headless, Optional<Path> home);
}
