package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.doors.BridgeAway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge` without a word goes past the tree of commands, and is no different for it.
class OpenDesktopTest {

    @TempDir Path home;

    @Test
    void aloneItOpensTheSameHomeAsByTheTree() {
        var alone = new CommandRun(home, Locale.ENGLISH);
        var tree = new CommandRun(home, Locale.ENGLISH);
        assertThat(alone.alone(_ -> 0)).isZero();
        assertThat(tree.run("desktop")).isZero();
        assertThat(alone.programs).isEqualTo(tree.programs).hasSize(1);
    }

    @Test
    void aBridgeThatIsAwayIsSaidInASentence() {
        var site = new CommandRun(home, Locale.GERMAN);
        assertThat(
                        site.alone(_ -> {
                            throw new BridgeAway("127.0.0.1:1", new IOException("reset"));
                        }))
                .isEqualTo(1);
        assertThat(site.err).contains("Bridge").doesNotContain("Exception");
    }

    /// Such as a machine without the libraries of a screen.
    @Test
    void whatIsOursIsKeptInAFileThatIsNamed() {
        var site = new CommandRun(home, Locale.ENGLISH);
        assertThat(
                        site.alone(_ -> {
                            throw new UnsatisfiedLinkError("no glass in java.library.path");
                        }))
                .isEqualTo(1);
        assertThat(site.err)
                .contains(".log holds the details")
                .doesNotContain("UnsatisfiedLinkError");
    }
}
