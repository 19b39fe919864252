package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.people.Person;
import app.lodge.core.selfservice.Link;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.desktop.selfservice.SelfServiceViewModel;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Self-service at the desk, without a screen.
class SelfServiceViewModelTest {

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private SelfServiceViewModel model;

    @BeforeEach
    void begin() {
        var actor = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
        var session =
                new Session(
                        site.doors(),
                        actor,
                        site.settings,
                        new InlineBackground(),
                        new Agreeing(),
                        new HeardNotices(notices),
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW));
        Person person = site.people.list(actor, "", null, 20).rows().get(3);
        site.selfService.family(person.id());
        model = new SelfServiceViewModel(session, () -> changes.add("changed"));
        model.begin(person);
    }

    @Test
    @Tag("ID-25")
    void whoSeesTheAccountsStandsThereAndALinkCanBeEnded() {
        assertThat(model.links()).hasSize(2);
        var standing =
                model.links().stream()
                        .filter(seen -> seen.link().state() == Link.State.STANDS)
                        .findFirst()
                        .orElseThrow();
        model.unlink(standing.link());
        assertThat(model.links())
                .extracting(seen -> seen.link().state())
                .containsExactly(Link.State.ASKED);
        assertThat(notices).hasSize(1);
    }

    @Test
    @Tag("ID-23")
    void aLinkWithoutRightsIsSaidToBeNoneAndOneByProofStands() {
        model.form().email().set("marija.novak@example.org");
        model.form().right(LinkRight.VIEW).set(false);
        model.link();
        assertThat(model.problems())
                .extracting(Problem::key)
                .containsExactly("self-service.no-rights");
        model.form().right(LinkRight.TRANSFER).set(true);
        model.link();
        assertThat(model.problems()).isEmpty();
        assertThat(model.links().getFirst().link().rights()).containsExactly(LinkRight.TRANSFER);
        assertThat(model.form().email().get()).as("ready for the next one").isEmpty();
    }

    @Test
    @Tag("ID-24")
    void aBarredReleaseSaysUntilWhenAndAWrongCodeHowManyTriesAreLeft() {
        model.form().email().set("marija.novak@example.org");
        model.askRelease();
        assertThat(model.refusal().get())
                .isEqualTo(Message.of("self-service-desk.barred", "2026-11-24 18:30"));
        model.code().set("0000-0000-0000");
        model.release(model.links().getFirst().link());
        assertThat(model.refusal().get()).isEqualTo(Message.of("self-service-desk.wrong-code", 3));
    }

    @Test
    @Tag("ID-09")
    void anAcceptedWishIsGoneAndThePersonIsReadAgain() {
        model.accept(model.requests().getFirst());
        assertThat(model.requests()).isEmpty();
        assertThat(changes).containsExactly("changed");
    }

    private static final class Agreeing implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            action.run();
        }

        @Override
        public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(String titleKey) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            return Optional.empty();
        }
    }
}
