package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.personalization.layouts.PhotoCrop.CropOutcome;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-11")
class PhotoCropTest {

    private final PhotoCrop crop = new PhotoCrop();

    @ParameterizedTest
    @CsvSource({"1600,900,png", "900,1600,jpeg", "350,450,jpeg", "4000,3000,jpeg"})
    void bringsEveryPictureToTheRatio(int width, int height, String format) throws IOException {
        var photo = cropped(StaffCard.picture(width, height, format));
        var image = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertThat(image.getWidth()).isEqualTo(photo.width());
        assertThat(Math.abs(image.getWidth() * 45 - image.getHeight() * 35)).isLessThan(45);
        assertThat(photo.jpeg().length).isLessThanOrEqualTo(PhotoCrop.LARGEST_PHOTO);
    }

    @Test
    void framesCloserAndAside() {
        var all = PhotoFraming.largest(1600, 900);
        assertThat(all).isEqualTo(new PhotoFraming(450, 0, 700));
        assertThat(all.height()).isEqualTo(900);
        var close = all.widened(-350).moved(-10_000, 10_000).within(1600, 900);
        assertThat(close).isEqualTo(new PhotoFraming(0, 450, 350));
        assertThat(close.widened(-10_000).within(1600, 900).width()).isEqualTo(140);
        assertThat(close.widened(10_000).within(1600, 900)).isEqualTo(new PhotoFraming(0, 0, 700));
    }

    @ParameterizedTest
    @CsvSource({"4000,3000,900,675", "300,500,300,500"})
    void showsTheWholePictureSmallEnoughForAScreen(int width, int height, int wide, int high)
            throws IOException {
        var picture =
                (PictureOutcome.Upright) crop.upright(StaffCard.picture(width, height, "jpeg"));
        var shown = ImageIO.read(new ByteArrayInputStream(picture.forScreen()));
        assertThat(shown.getWidth()).isEqualTo(wide);
        assertThat(shown.getHeight()).isEqualTo(high);
    }

    /// Where the red top left corner of the stored picture belongs once the camera's note is obeyed.
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void turnsPicturesUpright(int orientation, int right, int down) throws IOException {
        var jpeg = noted(StaffCard.picture(700, 900, "jpeg"), orientation);
        var image = ImageIO.read(new ByteArrayInputStream(cropped(jpeg).jpeg()));
        var corner = image.getRGB(right * (image.getWidth() - 1), down * (image.getHeight() - 1));
        assertThat(corner >> 16 & 0xFF).isGreaterThan(200);
        assertThat(corner & 0xFF).isLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 20, 200})
    void refusesWhatIsNoPicture(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        assertThat(key(bytes)).isEqualTo("photos.unreadable");
    }

    @Test
    void refusesTornTinyAndHugePictures() {
        var whole = StaffCard.picture(700, 900, "png");
        assertThat(key(Arrays.copyOf(whole, 60))).isEqualTo("photos.unreadable");
        var jpeg = noted(StaffCard.picture(700, 900, "jpeg"), 6);
        assertThat(key(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo("photos.torn");
        assertThat(key(Arrays.copyOf(jpeg, jpeg.length - 2))).isEqualTo("photos.torn");
        assertThat(crop.upright(Arrays.copyOf(jpeg, jpeg.length + 7)))
                .isInstanceOf(PictureOutcome.Upright.class);
        assertThat(key(StaffCard.picture(60, 80, "png"))).isEqualTo("photos.too-small");
        assertThat(key(StaffCard.picture(200, 260, "gif"))).isEqualTo("photos.unreadable");
        var claims = whole.clone();
        System.arraycopy(HexFormat.of().parseHex("0000FFFF0000FFFF"), 0, claims, 16, 8);
        assertThat(key(claims)).isEqualTo("photos.too-many-pixels");
        assertThat(key(new byte[25_000_001])).isEqualTo("photos.too-large");
    }

    private CropOutcome.Cropped cropped(byte[] file) {
        return (CropOutcome.Cropped) crop(file);
    }

    private CropOutcome crop(byte[] file) {
        var picture = (PictureOutcome.Upright) crop.upright(file);
        var image = picture.image();
        return crop.crop(picture, PhotoFraming.largest(image.getWidth(), image.getHeight()));
    }

    private String key(byte[] file) {
        return switch (crop.upright(file)) {
            case PictureOutcome.Rejected(var problems) -> problems.getFirst().key();
            case PictureOutcome.Upright _ ->
                    ((CropOutcome.Rejected) crop(file)).problems().getFirst().key();
        };
    }

    /// An EXIF segment with nothing but the orientation, behind the JPEG's start.
    private static byte[] noted(byte[] jpeg, int orientation) {
        var exif =
                HexFormat.of()
                        .parseHex(
                                "FFE100224578696600004D4D002A0000000800010112000300000001"
                                        + "%04X000000000000".formatted(orientation));
        var noted = new ByteArrayOutputStream();
        noted.write(jpeg, 0, 2);
        noted.writeBytes(exif);
        noted.write(jpeg, 2, jpeg.length - 2);
        return noted.toByteArray();
    }
}
