package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Whose;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lodge people photos` against scripted doors.
@Tag("ID-11")
class LoadPhotosTest {

    private static final Person EVA =
            new Person(
                    new PersonId(4),
                    PersonState.ACTIVE,
                    1,
                    PersonDetails.named("Eva", "Moser"),
                    Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir Path folder;
    private CommandRun site;
    private final List<byte[]> kept = new ArrayList<>();

    @BeforeEach
    void script() throws IOException {
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering(
                                "Portraits.whose",
                                asked ->
                                        ((List<?>) asked.getFirst())
                                                .stream().map(LoadPhotosTest::whose).toList())
                        .answering("People.photo", _ -> kept.stream().findFirst())
                        .answering("Portraits.history", _ -> List.of())
                        .answering(
                                "Portraits.handIn",
                                asked -> {
                                    kept.add((byte[]) asked.getLast());
                                    return new PhotoOutcome.Kept(1, PhotoState.PROPOSED);
                                });
        var pictures = Files.createDirectory(folder.resolve("pictures"));
        var picture = new BufferedImage(350, 450, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", pictures.resolve("4.png").toFile());
    }

    private static Whose whose(Object name) {
        return name.equals("4.png") ? new Whose.One(EVA, Whose.By.NUMBER) : new Whose.Nobody();
    }

    @Test
    void itShowsFirstAndKeepsWhenTold() {
        assertThat(run()).isZero();
        assertThat(site.out)
                .contains("4.png", "ready", "0000004 Eva Moser")
                .contains("Ready 1, kept 0, unchanged 0, left 0")
                .contains("--write");
        assertThat(kept).isEmpty();
        assertThat(run("--write")).isZero();
        assertThat(site.out)
                .contains("Ready 0, kept 1, unchanged 0, left 0", "1 waits for approval");
        assertThat(kept).hasSize(1);
        assertThat(run("--write")).isZero();
        assertThat(site.out).contains("Ready 0, kept 0, unchanged 1, left 0");
        assertThat(kept).as("once").hasSize(1);
    }

    @Test
    void whatIsLeftIsSaidWithItsReasonAndSpoilsNothing() throws IOException {
        Files.writeString(folder.resolve("pictures").resolve("x.jpg"), "no picture");
        assertThat(run("--write")).isEqualTo(1);
        assertThat(kept).hasSize(1);
        assertThat(site.out + site.err)
                .contains("x.jpg", "nobody’s", "Nobody has this number or name.")
                .contains("1 file was left");
        assertThat(run("--json")).isEqualTo(1);
        assertThat(site.out)
                .contains("\"file\" : \"x.jpg\"", "\"state\" : \"nobody\"", "photos.of-nobody");
    }

    private int run(String... words) {
        var all = new ArrayList<>(List.of("people", "photos"));
        all.add(folder.resolve("pictures").toString());
        all.addAll(List.of("--as", "anna"));
        all.addAll(List.of(words));
        return site.run(all.toArray(String[]::new));
    }
}
