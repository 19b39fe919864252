package app.lodge.desktop.commandline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The first line of a file with a secret that is to be stored.
final class SecretOf {

    private static final int LARGEST = 4_096;

    private SecretOf() {}

    /// @return null if no file is named
    static @Nullable String file(String option, @Nullable Path file) {
        return file == null
                ? null
                : SmallFile.text(file, LARGEST)
                        .map(text -> text.lines().findFirst().orElse(""))
                        .orElseThrow(() ->
                                new WrongUsage(
                                        "cli.watch.secret-file",
                                        option,
                                        Values.shown(file.toString())));
    }
}
