package app.lodge.desktop.designer;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.Toolkit;
import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.FaceFiles;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.CardFields;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the designer shows of every starter layout, in every language and with each made-up person, has
/// the pixels of the card's PNG file, bit for bit, and so those of every printer (ID-46).
@Tag("ID-46")
class FaceImageTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "hr", "pl", "zh");

    static Stream<String> starters() {
        return LayoutShelf.STARTERS.stream();
    }

    @ParameterizedTest
    @MethodSource("starters")
    void showsTheVeryPixels(String id) throws Exception {
        Toolkit.start();
        var people = new PreviewFields("Nordhafen Werke");
        var renderer = new CardRenderer();
        var layout = LayoutShelf.starter(id);
        var all = new ArrayList<CardFields>();
        for (var language : LANGUAGES) {
            all.add(people.usual(language));
            all.add(people.chinese(language));
        }
        all.add(people.longest("de"));
        all.add(people.barest("en"));
        for (var fields : all) {
            for (var face : renderer.render(layout, fields).faces().sides()) {
                var file = ImageIO.read(new ByteArrayInputStream(FaceFiles.png(face)));
                var wanted =
                        file.getRGB(0, 0, CardFace.WIDTH, CardFace.HEIGHT, null, 0, CardFace.WIDTH);
                var shown = Toolkit.call(() -> FaceImage.of(face));
                assertThat(pixels(shown)).isEqualTo(wanted);
                var drawn = Toolkit.call(() -> new ImageView(shown).snapshot(null, null));
                assertThat(pixels(drawn)).as("on the screen at 100 %").isEqualTo(wanted);
            }
        }
    }

    private static int[] pixels(Image image) {
        assertThat(image.getWidth()).isEqualTo(CardFace.WIDTH);
        assertThat(image.getHeight()).isEqualTo(CardFace.HEIGHT);
        var pixels = new int[CardFace.WIDTH * CardFace.HEIGHT];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        CardFace.WIDTH,
                        CardFace.HEIGHT,
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        CardFace.WIDTH);
        return pixels;
    }
}
