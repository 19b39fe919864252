package app.lodge.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-11")
final class PhotoCheckTest {

    @Test
    void aWholeJpegIsKept() {
        assertThat(PhotoCheck.problems(Photos.jpeg(300, 400, 5))).isEmpty();
    }

    @Test
    void everythingElseIsRefusedWithItsReason() {
        var whole = Photos.jpeg(300, 400, 5);
        refused(new byte[0], "people.photo-not-jpeg");
        refused(new byte[] {'P', 'N', 'G', 1, 2}, "people.photo-not-jpeg");
        refused(new byte[1_000_000], "people.photo-too-large");
        refused(Photos.jpeg(60, 80, 5), "people.photo-dimensions");
        refused(Photos.jpeg(7_000, 101, 5), "people.photo-dimensions");
        refused(Arrays.copyOf(whole, whole.length / 2), "people.photo-unreadable");
        refused(Arrays.copyOf(whole, 8), "people.photo-unreadable");
    }

    private static void refused(byte[] bytes, String key) {
        assertThat(PhotoCheck.problems(bytes))
                .extracting(problem -> problem.key())
                .containsExactly(key);
    }
}
