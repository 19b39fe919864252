package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.people.PhotoRules.WhereMissing;
import app.lodge.core.people.PhotoSource;
import app.lodge.desktop.people.PeopleViewModel;
import app.lodge.desktop.settings.PhotoRulesViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the site says of photographs, changed at the screen, and all that wait, however many.
@Tag("ID-11")
final class PhotoRulesTest {

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    private Session session(Role role) {
        return ClerksSession.as(role, site, notices);
    }

    private PhotoRulesViewModel rules(Role role) {
        var model = new PhotoRulesViewModel(session(role));
        model.refresh();
        return model;
    }

    @Test
    void rulesAreReadChangedAndSavedTogether() {
        var model = rules(Role.ADMINISTRATOR);
        assertThat(model.atOnce(PhotoSource.DESK).get()).isTrue();
        assertThat(model.atOnce(PhotoSource.FOLDER).get()).isFalse();
        assertThat(model.leastWidth().get()).isEqualTo("0");
        model.atOnce(PhotoSource.DESK).set(false);
        model.atOnce(PhotoSource.FOLDER).set(true);
        model.leastWidth().set(" 413 ");
        model.whereMissing().set(WhereMissing.NEVER);
        model.save();
        assertThat(model.problems()).isEmpty();
        assertThat(notices).extracting(Message::key).containsExactly("photo-rules.saved");
        assertThat(saved())
                .isEqualTo(new PhotoRules(Set.of(PhotoSource.FOLDER), 413, WhereMissing.NEVER));
    }

    @Test
    void whatIsNoWidthIsSaidThereAndNothingIsSaved() {
        var model = rules(Role.ADMINISTRATOR);
        for (var wrong : List.of("701", "-1", "", "wide", "99999999999")) {
            model.leastWidth().set(wrong);
            model.save();
            assertThat(model.problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.field()).isEqualTo("leastWidth");
                        assertThat(problem.key()).isEqualTo("photo-rules.no-width");
                        assertThat(problem.value()).isEqualTo(wrong);
                    });
        }
        assertThat(saved()).isEqualTo(PhotoRules.STANDARD);
        assertThat(notices).isEmpty();
    }

    @Test
    void onlyWhoMayChangeSettingsDoes() {
        assertThat(rules(Role.CLERK).mayChange()).isFalse();
        assertThat(rules(Role.ADMINISTRATOR).mayChange()).isTrue();
    }

    private PhotoRules saved() {
        return site.portraits.rules(session(Role.ADMINISTRATOR).actor());
    }

    /// The start page's task leads here.
    @Test
    void moreThanOnePageOfThoseThatWaitIsListedAndTheStartPageLeadsThere() throws Exception {
        Toolkit.start();
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        var portraits = desktop.site().portraits;
        var actor = session(Role.ADMINISTRATOR).actor();
        var before = portraits.proposed(actor, 0, 1).waiting();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(PeoplePictures.portrait(), "jpeg", jpeg);
        for (var i = 0; i < 205; i++) {
            portraits.handIn(
                    actor,
                    RequestId.fresh(),
                    new PersonId(14),
                    PhotoSource.FOLDER,
                    jpeg.toByteArray());
        }
        desktop.go("people");
        desktop.press("#people-photo-review");
        assertThat(rows(desktop)).isEqualTo(200);
        assertThat(Toolkit.call(() -> desktop.find("#photo-review-more").isVisible())).isTrue();
        desktop.press("#photo-review-more");
        OnScreen.until(() -> rowsNow(desktop) == before + 205);
        assertThat(
                        Toolkit.call(() ->
                                ((Button) desktop.root().lookup("#photo-review-more")).isVisible()))
                .isFalse();
        desktop.press("#photo-approve");
        OnScreen.until(() -> rowsNow(desktop) == before + 204);
        desktop.close();

        var opened = new PeopleViewModel(session(Role.ADMINISTRATOR), NoPhotoDesk.desk());
        opened.open("photos:");
        assertThat(opened.photoReview().open().get()).isTrue();
    }

    private static int rows(SignedIn desktop) throws Exception {
        return Toolkit.call(() -> rowsNow(desktop));
    }

    private static int rowsNow(SignedIn desktop) {
        return ((TableView<?>) desktop.find("#photo-review-rows")).getItems().size();
    }
}
