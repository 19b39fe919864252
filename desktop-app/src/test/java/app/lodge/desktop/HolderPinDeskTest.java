package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.people.PersonId;
import app.lodge.core.pins.HolderPins.Rules;
import app.lodge.desktop.people.PeopleViewModel;
import app.lodge.desktop.settings.PinRulesViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A holder types a PIN twice at the desk; nobody sees it, and nothing of it stays on the screen.
@Tag("LOCK-29")
final class HolderPinDeskTest {

    private static final PersonId EVA = new PersonId(5);

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();

    private Session session(Role role) {
        return ClerksSession.as(role, site, notices);
    }

    private PeopleViewModel people() {
        var people = new PeopleViewModel(session(Role.CLERK), NoPhotoDesk.desk());
        people.open("person:" + EVA.number());
        people.showPin();
        return people;
    }

    @Test
    void typedTwiceItIsSetAndWiped() {
        var model = people().pin();
        assertThat(model.open().get()).isTrue();
        assertThat(model.stands().get()).isEqualTo(Message.of("holder-pin.none"));
        assertThat(model.form().get()).isEqualTo(Message.of("holder-pin.form-no-trivial", 4, 16));
        model.pin().set("73915826");
        model.repeated().set("73915827");
        model.set();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("repeated");
        assertThat(site.holderPins.heard).isEmpty();
        model.repeated().set("73915826");
        model.set();
        assertThat(site.holderPins.pins).containsEntry(EVA, "73915826");
        assertThat(site.holderPins.heard)
                .allSatisfy(typed -> assertThat(new String(typed)).isBlank());
        assertThat(model.pin().get() + model.repeated().get()).isEmpty();
        assertThat(model.open().get()).isFalse();
        assertThat(notices).extracting(Message::key).containsExactly("holder-pin.done");
        assertThat(notices.toString()).doesNotContain("7391");
    }

    @Test
    void whatTheSiteRefusesIsSaidUnderTheField() {
        var model = people().pin();
        model.pin().set("258");
        model.repeated().set("258");
        model.set();
        assertThat(model.problems()).extracting(Problem::key).containsExactly("holder-pins.form");
        assertThat(model.open().get()).isTrue();
    }

    @Test
    void oneThatIsThereIsRemoved() {
        site.holderPins.pins.put(EVA, "2580");
        var model = people().pin();
        assertThat(model.has().get()).isTrue();
        assertThat(model.stands().get().key()).isEqualTo("holder-pin.since");
        model.remove();
        assertThat(site.holderPins.pins).isEmpty();
        assertThat(notices).extracting(Message::key).containsExactly("holder-pin.gone");
    }

    @Test
    void anAuditorSetsNone() {
        assertThat(new PeopleViewModel(session(Role.AUDITOR), NoPhotoDesk.desk()).pin().allowed())
                .isFalse();
    }

    @Test
    void theRulesAreChangedInTheSettings() {
        var model = new PinRulesViewModel(session(Role.ADMINISTRATOR));
        model.refresh();
        assertThat(model.shortest().get() + "-" + model.longest().get()).isEqualTo("4-16");
        model.shortest().set("six");
        model.save();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("shortest");
        model.shortest().set("6");
        model.longest().set("8");
        model.refuseTrivial().set(false);
        model.save();
        assertThat(site.holderPins.rules).isEqualTo(new Rules(6, 8, false));
        assertThat(notices).extracting(Message::key).containsExactly("pin-rules.saved");
        assertThat(new PinRulesViewModel(session(Role.CLERK)).mayChange()).isFalse();
    }
}
