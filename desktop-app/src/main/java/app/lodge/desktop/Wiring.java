package app.lodge.desktop;

import app.lodge.desktop.commandline.Programs;
import app.lodge.desktop.commandline.Terminal;
import java.nio.file.Path;
import java.util.Optional;

/// Which program stands behind which word.
final class Wiring implements Programs {

    @Override
    public int desktop(Path home) {
        throw new UnsupportedOperationException("desktop of " + home);
    }

    @Override
    public int bridge(Path home) {
        throw new UnsupportedOperationException("bridge of " + home);
    }

    @Override
    public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> home) {
        throw new UnsupportedOperationException("demo in " + headless + home);
    }
}
