package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// The pictures of one walk through the screens, and what is wrong with them. A picture is written
/// while the next screen is drawn.
final class Album implements AutoCloseable {

    private static final Path GALLERY = Path.of("target", "gallery");

    /// How many pictures of up to 8 MB may wait to be written.
    private static final int AHEAD = 6;

    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final List<Future<Boolean>> written = new ArrayList<>();
    private final Set<String> faults = new TreeSet<>();

    Album() throws IOException {
        Files.createDirectories(GALLERY);
    }

    /// On the screen's thread.
    void check(Parent root, String where) {
        new Wholeness(where, faults).check(root);
    }

    void keep(WritableImage image, String name) throws Exception {
        if (written.size() >= AHEAD) {
            written.get(written.size() - AHEAD).get();
        }
        var file = GALLERY.resolve(name + ".png").toFile();
        written.add(
                writer.submit(
                        () -> ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file)));
    }

    /// Fails where a screen was not whole or a picture could not be written.
    void allWhole() throws Exception {
        for (var picture : written) {
            assertThat(picture.get()).isTrue();
        }
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        writer.shutdown();
    }
}
