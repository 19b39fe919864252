package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.keyversions.KeyVersions.RollOverOutcome;
import app.lodge.desktop.settings.CardKeysViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The administrator goes on to the next version of the card keys.
@Tag("CHAIN-07")
class CardKeysTest {

    private final FakeStarter starter = new FakeStarter();

    private CardKeysViewModel model(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        return new CardKeysViewModel(
                new Session(
                        starter.site.doors(),
                        actor,
                        starter.site.settings,
                        new InlineBackground(),
                        new ViewModelsTest.NoDialogs(),
                        new HeardNotices(new ArrayList<>()),
                        new ShellViewModel(actor),
                        InstantSource.fixed(FakePeople.NOW)));
    }

    @Test
    void theVersionsAreShownAndRolledOver() {
        var model = model(Role.ADMINISTRATOR);
        model.refresh();
        assertThat(model.status().get().current()).isEqualTo(2);
        assertThat(model.status().get().toRenew()).isEqualTo(4);
        model.rollOver();
        assertThat(model.status().get().current()).isEqualTo(3);
        assertThat(model.refusal().get()).isNull();
    }

    @Test
    void aRefusalSaysWhatToDoFirst() {
        var model = model(Role.ADMINISTRATOR);
        model.refresh();
        starter.site.keyVersions.refusal = new RollOverOutcome.StillInUse(4);
        model.rollOver();
        assertThat(model.refusal().get()).isEqualTo(Message.of("card-keys.still-in-use", 4L));
        assertThat(model.status().get().current()).isEqualTo(2);
    }

    @Test
    void aClerkSeesNothingOfIt() {
        var model = model(Role.CLERK);
        model.refresh();
        assertThat(model.mayChange()).isFalse();
        assertThat(model.status().get()).isNull();
    }
}
