package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.desktop.settings.OwnAccessViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Everybody changes their own password and the PIN of their own card, the present one first.
@Tag("CHAIN-16")
class OwnAccessTest {

    private final List<Message> heard = new ArrayList<>();
    private OwnAccessViewModel model;

    @BeforeEach
    void signIn() {
        var site = new FakeStarter().site;
        var actor = new Actor(2, "Jonas", Role.CLERK, "desk-1");
        model =
                new OwnAccessViewModel(
                        new Session(
                                site.doors(),
                                actor,
                                site.settings,
                                new InlineBackground(),
                                new ViewModelsTest.NoDialogs(),
                                new HeardNotices(heard),
                                new ShellViewModel(actor),
                                InstantSource.fixed(FakePeople.NOW)));
        model.refresh();
    }

    private void password(String present, String next, String repeated) {
        model.present().set(present);
        model.next().set(next);
        model.repeated().set(repeated);
        model.changePassword();
    }

    private void pin(String present, String next, String repeated) {
        model.presentPin().set(present);
        model.nextPin().set(next);
        model.repeatedPin().set(repeated);
        model.changePin();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsThePresentOne() {
        password("anything", "a longer password", "another password");
        assertThat(model.problems()).extracting(Problem::field).containsExactly("repeated");
        password("not it", "a longer password", "a longer password");
        assertThat(model.problems())
                .extracting(Problem::key)
                .containsExactly("operators.password-wrong");
        password(FakeSite.PASSWORD, "a longer password", "a longer password");
        assertThat(model.problems()).isEmpty();
        assertThat(heard).contains(Message.of("own-access.password-changed"));
        assertThat(model.present().get() + model.next().get() + model.repeated().get()).isEmpty();
    }

    @Test
    void thePinOfTheOwnCardIsChangedInTheSameWay() {
        assertThat(model.card().get().number()).isEqualTo(4);
        pin("2468", "1357", "1358");
        assertThat(model.pinProblems()).extracting(Problem::field).containsExactly("repeated");
        pin("1111", "1357", "1357");
        assertThat(model.refusal().get()).isEqualTo(Message.of("operator-card.wrong-pin", 2));
        pin("2468", "1357", "1357");
        assertThat(heard).contains(Message.of("own-access.pin-changed"));
        assertThat(model.presentPin().get() + model.nextPin().get()).isEmpty();
    }
}
