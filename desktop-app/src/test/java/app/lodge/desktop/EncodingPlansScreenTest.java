package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.encodingplans.EncodingPlans.State;
import app.lodge.desktop.plans.PlansViewModel;
import app.lodge.desktop.plans.Trial;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.LayoutWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The administrator writes a plan, hears at once what is wrong with it, tries it out and publishes it.
@Tag("ID-47")
class EncodingPlansScreenTest {

    private final FakeStarter starter = new FakeStarter();
    private final List<Message> heard = new ArrayList<>();
    private final List<Runnable> undos = new ArrayList<>();

    private final List<Message> asked = new ArrayList<>();

    /// Keeps what is asked, and says yes.
    private final class Asking implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            asked.add(body);
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

    private PlansViewModel model(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        var model =
                new PlansViewModel(
                        new Session(
                                starter.site.doors(),
                                actor,
                                starter.site.settings,
                                new InlineBackground(),
                                new Asking(),
                                new HeardNotices(heard, undos),
                                new ShellViewModel(actor),
                                InstantSource.fixed(FakePeople.NOW)),
                        plan ->
                                Trial.Told.only(
                                        List.of(Message.of("plans.place", plan.name(), "tried"))));
        model.refresh();
        return model;
    }

    private static void choose(PlansViewModel model, String reference) {
        model.chosen()
                .set(
                        model.plans().stream()
                                .filter(line -> line.plan().reference().equals(reference))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void aChangeIsCheckedWhileItIsWritten() {
        var model = model(Role.ADMINISTRATOR);
        choose(model, "lodge-id@1");
        assertThat(model.told()).containsExactly(Message.of("plans.sound"));
        model.document().set(model.document().get().replace("\"size\" : 48", "\"size\" : 40"));
        assertThat(model.told()).isNotEmpty().doesNotContain(Message.of("plans.sound"));
        model.document().set("{");
        assertThat(model.told().getFirst().key()).isEqualTo("plans.not-a-plan");
    }

    @Test
    void aDraftIsKeptTriedOutAndPublished() {
        var model = model(Role.ADMINISTRATOR);
        choose(model, "lodge-id@1");
        model.publish();
        assertThat(model.told()).containsExactly(Message.of("plans.not-saved"));
        model.save();
        assertThat(model.chosen().get().state()).isEqualTo(State.DRAFT);
        assertThat(model.chosen().get().plan().version()).isEqualTo(2);
        model.tryOut();
        assertThat(model.tried().get().card())
                .containsExactly(Message.of("plans.place", "lodge-id", "tried"));
        model.publish();
        assertThat(model.chosen().get().state()).isEqualTo(State.PUBLISHED);
        model.use();
        model.other()
                .set(
                        model.plans().stream()
                                .filter(line -> line.plan().reference().equals("lodge-id@1"))
                                .findFirst()
                                .orElseThrow());
        assertThat(model.told()).hasSize(1);
        assertThat(model.told().getFirst().key()).isEqualTo("plans.difference");
    }

    @Test
    @Tag("ID-46")
    void aPlanIsRetiredAtOnceWithANoticeThatNamesItsLayouts() {
        var model = model(Role.ADMINISTRATOR);
        choose(model, "lodge-id@1");
        model.save();
        model.publish();
        asked.clear();
        var json =
                LayoutWriter.write(LayoutShelf.starter("staff"))
                        .replace("\"staff\"", "\"lobby\"")
                        .replaceFirst("\\{", "{\"plan\": \"lodge-id@2\", ");
        starter.site.layouts.publish(null, null, "lobby", "Lobby", 0, json);
        model.use();
        model.retire();
        assertThat(model.told())
                .as("new cards get it")
                .containsExactly(Message.of("plans.still-used", Message.of("medium.kind.card")));

        choose(model, "lodge-id@1");
        model.use();
        choose(model, "lodge-id@2");
        asked.clear();
        model.retire();
        assertThat(asked).isEmpty();
        assertThat(model.chosen().get().state()).isEqualTo(State.RETIRED);
        assertThat(heard).contains(Message.of("plans.retired-layouts", "lodge-id@2", "lobby@1"));

        undos.getLast().run();
        assertThat(model.chosen().get().state()).isEqualTo(State.PUBLISHED);
        assertThat(heard).last().isEqualTo(Message.of("plans.reinstated", "lodge-id@2"));
        undos.getLast().run();
        assertThat(heard)
                .as("somebody was first")
                .last()
                .isEqualTo(Message.of("plans.not-retired", "lodge-id@2"));
    }

    @Test
    void aPlanOfContactKeysIsForThem() {
        var model = model(Role.ADMINISTRATOR);
        choose(model, "contact-key-number@1");
        model.use();
        assertThat(heard).extracting(Message::key).contains("plans.used");
        assertThat(heard.getLast().arguments().getLast())
                .isEqualTo(Message.of("medium.kind.contact-key"));
    }

    @Test
    void aClerkSeesNothingOfIt() {
        var model = model(Role.CLERK);
        assertThat(model.mayChange()).isFalse();
        assertThat(model.plans()).isEmpty();
    }
}
