package app.lodge.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ctrl+C and SIGTERM at several moments of `lodge demo --headless`: it ends as such programs do, and
/// leaves neither processes nor temporary folders.
class DemoInterruptedTest {

    @TempDir Path folder;

    @ParameterizedTest(name = "{0} after \"{1}\"")
    @CsvSource({
        // signal, the step that is just done, whether to wait for a child to be there, exit code
        "INT,  create site,        true,  130",
        "TERM, create site,        true,  143",
        "INT,  import people,      false, 130",
        "TERM, top up,             true,  143",
        "TERM, pay,                false, 143",
        "INT,  pay,                true,  130",
    })
    void leavesNothing(String signal, String step, boolean nextProcess, int exit) throws Exception {
        var out = folder.resolve("out");
        try (var demo =
                DemoProcess.start(
                        folder,
                        "app.lodge.desktop.Lodge",
                        "demo",
                        "--headless",
                        "--out",
                        "" + out)) {
            demo.says("ok   " + step + " ");
            if (nextProcess) {
                var before = demo.left();
                demo.until(() -> !demo.left().equals(before));
            }
            assertThat(demo.signal(signal)).as(demo.said()).isEqualTo(exit);
            assertThat(demo.left()).isEmpty();
            assertThat(lodgeFolders(demo.temporary())).isEmpty();
            assertThat(out.resolve("summary.json")).doesNotExist();
        }
    }

    private static java.util.List<String> lodgeFolders(Path temporary) throws IOException {
        try (var files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("lodge-demo-"))
                    .toList();
        }
    }
}
