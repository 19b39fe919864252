package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.encodingplans.EncodingPlans.State;
import app.lodge.desktop.plans.PlansViewModel;
import app.lodge.desktop.plans.Trial;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The administrator writes a plan, hears at once what is wrong with it, tries it out and publishes it.
@Tag("ID-47")
class EncodingPlansScreenTest {

    private final FakeStarter starter = new FakeStarter();
    private final List<Message> heard = new ArrayList<>();

    private PlansViewModel model(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        var model =
                new PlansViewModel(
                        new Session(
                                starter.site.doors(),
                                actor,
                                starter.site.settings,
                                new InlineBackground(),
                                new ViewModelsTest.NoDialogs(),
                                new HeardNotices(heard),
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
    void aPlanOfContactKeysIsForThem() {
        var model = model(Role.ADMINISTRATOR);
        choose(model, "contact-key-number@1");
        model.use();
        assertThat(heard).extracting(Message::key).contains("plans.used");
        assertThat(heard.getLast().arguments().getLast()).isEqualTo("CONTACT_KEY");
    }

    @Test
    void aClerkSeesNothingOfIt() {
        var model = model(Role.CLERK);
        assertThat(model.mayChange()).isFalse();
        assertThat(model.plans()).isEmpty();
    }
}
