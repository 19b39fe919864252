package app.lodge.personalization.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.overview.Overview;
import app.lodge.core.overview.Overview.Task;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Portraits;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import app.lodge.core.work.Progress;
import app.lodge.personalization.faces.FaceFinder;
import app.lodge.personalization.faces.OpenCvFaces;
import app.lodge.personalization.issuing.FoundedSite;
import app.lodge.personalization.layouts.PhotoFraming;
import app.lodge.personalization.photos.FolderPhoto.State;
import app.lodge.personalization.photos.PhotoFolder.Count;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole folder of photographs, over real books.
@Tag("ID-11")
class PhotoFolderTest {

    private static final Actor CLERK = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");

    @TempDir Path home;
    @TempDir Path pictures;
    private Site site;
    private Portraits portraits;
    private PhotoFolder folder;
    private Person anna;
    private Person ben;
    private Person cora;

    @BeforeEach
    void open() throws IOException, SiteException {
        site = FoundedSite.in(home, InstantSource.system());
        anna = enrolled("Anna", "Müller", "4001");
        ben = enrolled("Ben", "Novak", "4002");
        cora = enrolled("Cora", "Vogel", "4003");
        enrolled("Cora", "Vogel", "4004");
        portraits = site.portraits();
        folder = new PhotoFolder(site.people(), portraits, FaceFinder.none("test"));
        var good = Portrait.file(Portrait.good(700, 900), "jpeg");
        put("4001.jpg", good);
        put("Novak_Ben.png", Portrait.file(Portrait.good(900, 900), "png"));
        put("Cora Vogel.jpg", good);
        put("4003.jpg", Arrays.copyOf(good, good.length / 50));
        put("4004.png", Portrait.file(Portrait.good(100, 120), "png"));
        put("holiday.jpg", good);
        put("Thumbs.db", good);
        put(".hidden.jpg", good);
        Files.createDirectory(pictures.resolve("older"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void everyFileIsToldWhatItIsAndNothingIsWritten() throws IOException {
        var looked = look();
        assertThat(states(looked))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "4001.jpg", State.READY,
                                "Novak_Ben.png", State.READY,
                                "Cora Vogel.jpg", State.AMBIGUOUS,
                                "4003.jpg", State.UNUSABLE,
                                "4004.png", State.UNUSABLE,
                                "holiday.jpg", State.NOBODY));
        assertThat(key(looked, "Cora Vogel.jpg")).isEqualTo("photos.of-several");
        assertThat(key(looked, "4003.jpg")).isEqualTo("photos.torn");
        assertThat(key(looked, "4004.png")).isEqualTo("photos.too-small");
        assertThat(key(looked, "holiday.jpg")).isEqualTo("photos.of-nobody");
        var thumbnail =
                ImageIO.read(new ByteArrayInputStream(named(looked, "4001.jpg").thumbnail()));
        assertThat(thumbnail.getWidth() + " × " + thumbnail.getHeight()).isEqualTo("105 × 135");
        assertThat(site.people().photo(CLERK, anna.id())).isEmpty();
    }

    @Test
    void whatFitsIsKeptOnceHoweverOftenItIsLoaded() throws IOException {
        var kept = folder.keep(CLERK, look(), Progress.unwatched());
        assertThat(kept).filteredOn(photo -> photo.state() == State.PROPOSED).hasSize(2);
        assertThat(site.people().photo(CLERK, anna.id())).as("it waits for approval").isEmpty();
        assertThat(portraits.proposed(CLERK, 0, 10).rows())
                .extracting(row -> row.person().id())
                .containsExactlyInAnyOrder(anna.id(), ben.id());
        assertThat(site.overview().today(CLERK).tasks())
                .as("the start page counts them")
                .contains(new Task(Overview.Kind.PHOTOS_WAITING, "photos:", "2"));
        for (var row : portraits.proposed(CLERK, 0, 10).rows()) {
            portraits.approve(
                    CLERK, RequestId.fresh(), row.photograph().number(), PhotoState.PROPOSED);
        }
        assertThat(site.overview().today(CLERK).tasks())
                .noneMatch(task -> task.kind() == Overview.Kind.PHOTOS_WAITING);
        assertThat(portraits.history(CLERK, cora.id())).isEmpty();
        var again = look();
        assertThat(again).noneMatch(photo -> photo.state() == State.READY);
        assertThat(named(again, "4001.jpg").state()).isEqualTo(State.UNCHANGED);
        assertThat(folder.keep(CLERK, again, Progress.unwatched())).isEqualTo(again);
    }

    /// The same proposal as for a single photograph.
    @Test
    void eachIsCutAroundItsFaceAndSetStraight() throws IOException {
        try (var portrait = OpenCvFaces.class.getResourceAsStream("portrait.jpg")) {
            Files.copy(
                    Objects.requireNonNull(portrait),
                    pictures.resolve("4001.jpg"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var finder = new OpenCvFaces();
        folder = new PhotoFolder(site.people(), portraits, finder);
        var ready = named(look(), "4001.jpg");
        var image = ImageIO.read(pictures.resolve("4001.jpg").toFile());
        var proposed = finder.find(image).proposal(512, 512);
        assertThat(ready.framing()).contains(proposed);
        assertThat(proposed.tilt()).isBetween(4, 8);
        assertThat(ready.notes())
                .extracting(Problem::key)
                .contains("photos.remark-face-small")
                .doesNotContain("photos.remark-no-face", "photos.remark-tilted");
        assertThat(folder.framed(CLERK, ready, proposed.turned(-8)).notes())
                .extracting(Problem::key)
                .contains("photos.remark-tilted");
        folder.keep(CLERK, List.of(ready), Progress.unwatched());
        assertThat(portraits.history(CLERK, anna.id())).hasSize(1);
        assertThat(named(look(), "4001.jpg").state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void aFileThatGoesBadBeforeItIsKeptSpoilsNoOther() throws IOException {
        var looked = look();
        Files.delete(pictures.resolve("4001.jpg"));
        var kept = folder.keep(CLERK, looked, Progress.unwatched());
        assertThat(named(kept, "4001.jpg").state()).isEqualTo(State.UNUSABLE);
        assertThat(key(kept, "4001.jpg")).isEqualTo("photos.file-unreadable");
        assertThat(named(kept, "Novak_Ben.png").state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void twoFilesForOnePersonAreLeftToAPerson() throws IOException {
        Files.copy(pictures.resolve("4001.jpg"), pictures.resolve("Anna Müller.jpg"));
        var looked = look();
        assertThat(key(looked, "4001.jpg")).isEqualTo("photos.twice");
        assertThat(named(looked, "4001.jpg").notes().getFirst().arguments())
                .containsExactly("Anna Müller.jpg");
        assertThat(key(looked, "Anna Müller.jpg")).isEqualTo("photos.twice");
    }

    @Test
    void theCutIsAProposalThatAHandChanges() throws IOException {
        var ready = named(look(), "Novak_Ben.png");
        assertThat(ready.framing()).contains(PhotoFraming.largest(900, 900));
        var byHand = new PhotoFraming(100, 50, 350);
        var changed = folder.framed(CLERK, ready, byHand);
        assertThat(changed.framing()).contains(byHand);
        assertThat(changed.thumbnail()).isNotEqualTo(ready.thumbnail());
        folder.keep(CLERK, List.of(changed), Progress.unwatched());
        var kept =
                ImageIO.read(
                        new ByteArrayInputStream(
                                portraits
                                        .picture(
                                                CLERK,
                                                portraits
                                                        .history(CLERK, ben.id())
                                                        .getFirst()
                                                        .number())
                                        .orElseThrow()));
        assertThat(kept.getWidth()).isEqualTo(350);
    }

    @Test
    void askedToStopItAnswersWithWhatItHas() throws IOException {
        var files = PhotoFolder.files(List.of(pictures));
        assertThat(folder.look(CLERK, files, new StopAfter(2))).hasSize(2);
        var stopped = folder.keep(CLERK, look(), new StopAfter(0));
        assertThat(stopped).noneMatch(photo -> photo.state() == State.PROPOSED);
        assertThat(portraits.history(CLERK, anna.id())).isEmpty();
    }

    private Person enrolled(String given, String family, String number) {
        var details =
                PersonField.merged(
                        PersonDetails.named(given, family),
                        Map.of(PersonField.PERSONNEL_NUMBER, number));
        var outcome =
                site.people()
                        .enrol(CLERK, RequestId.fresh(), details, EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) outcome).person();
    }

    private List<FolderPhoto> look() throws IOException {
        return folder.look(CLERK, PhotoFolder.files(List.of(pictures)), Progress.unwatched());
    }

    private void put(String name, byte[] content) throws IOException {
        Files.write(pictures.resolve(name), content);
    }

    private static Map<String, State> states(List<FolderPhoto> looked) {
        return looked.stream().collect(Collectors.toMap(FolderPhoto::name, FolderPhoto::state));
    }

    private static FolderPhoto named(List<FolderPhoto> looked, String name) {
        return looked.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static String key(List<FolderPhoto> looked, String name) {
        return named(looked, name).notes().stream().map(Problem::key).findFirst().orElseThrow();
    }

    /// Somebody who stops after so many steps.
    private static final class StopAfter implements Progress<Count> {

        private final List<Count> steps = new ArrayList<>();
        private final int most;

        private StopAfter(int most) {
            this.most = most;
        }

        @Override
        public void at(Count step) {
            steps.add(step);
        }

        @Override
        public boolean stopRequested() {
            return steps.size() >= most;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }
}
