package app.lodge.personalization.printers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.layouts.CardFace;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-45")
class OsPrinterTest {

    @Test
    void putsTheVeryPixelsOnAPageOfTheirSize() throws Exception {
        var face = Cards.staff().front();
        var format = OsPrinter.cardSized();
        assertThat(format.getImageableWidth()).isCloseTo(243.84, within(1e-9));
        assertThat(format.getImageableHeight()).isCloseTo(155.52, within(1e-9));
        var paper =
                new BufferedImage(CardFace.WIDTH, CardFace.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = paper.createGraphics();
        graphics.scale(CardFace.DOTS_PER_INCH / 72.0, CardFace.DOTS_PER_INCH / 72.0);
        OsPrinter.page(face).print(graphics, format, 0);
        assertThat(Cards.same(paper, face.composed())).isTrue();
    }

    @Test
    void aQueueThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> new OsPrinterDriver().open("no such queue"))
                .isInstanceOf(DeviceException.class);
    }
}
