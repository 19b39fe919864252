package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.HeldMoney;
import app.lodge.core.accounts.HoldState;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.desktop.accounts.AccountsViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is reserved of an account is looked at and let go (ID-18, ID-50).
@Tag("ID-50")
final class HoldsScreenTest {

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();

    private AccountsViewModel accounts(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        var model =
                new AccountsViewModel(
                        new Session(
                                site.doors(),
                                actor,
                                site.settings,
                                new InlineBackground(),
                                new ViewModelsTest.NoDialogs(),
                                new HeardNotices(notices),
                                new ShellViewModel(actor),
                                InstantSource.fixed(FakePeople.NOW)));
        model.open("person:3");
        return model;
    }

    @Test
    void theListIsReadOnlyWhileSomebodyLooksAtIt() {
        var model = accounts(Role.CLERK);
        assertThat(site.holds.asked).isEmpty();
        model.holds().looking().set(true);
        assertThat(site.holds.asked).containsExactly("1003 COUNTER null");
        assertThat(model.holds().rows().rows())
                .extracting(HeldMoney::number)
                .containsExactly(9_007L, 9_006L, 9_005L, 9_004L, 9_003L);
        model.holds().state().set(Optional.of(HoldState.OPEN));
        model.movements().purpose().set(LookPurpose.COMPLAINT);
        assertThat(site.holds.asked)
                .containsExactly("1003 COUNTER null", "1003 COUNTER OPEN", "1003 COMPLAINT OPEN");
        assertThat(model.holds().rows().rows()).hasSize(2);
        model.holds().looking().set(false);
        model.refresh();
        assertThat(site.holds.asked).hasSize(3);
    }

    @Test
    void anotherAccountIsNotLookedAtForTheReasonOfTheOneBefore() {
        var model = accounts(Role.CLERK);
        model.holds().looking().set(true);
        model.movements().purpose().set(LookPurpose.COMPLAINT);
        site.holds.asked.clear();
        model.open("person:4");
        assertThat(site.holds.asked).containsExactly("1004 COUNTER null");
    }

    @Test
    void anOpenOneIsLetGoForAReason() {
        var model = accounts(Role.ADMINISTRATOR);
        var holds = model.holds();
        holds.looking().set(true);
        holds.begin(holds.rows().rows().getFirst());
        holds.reason().set(Reason.COMPLAINT);
        holds.release();
        assertThat(holds.open().get()).isFalse();
        assertThat(site.holds.reasons).containsExactly(Reason.COMPLAINT);
        assertThat(holds.rows().rows().getFirst().state()).isEqualTo(HoldState.RELEASED);
        assertThat(notices).extracting(Message::key).contains("holds.released");
        assertThat(accounts(Role.CLERK).holds().mayRelease()).isFalse();
    }

    @Test
    void whatThePaymentPointTookMeanwhileIsSaid() {
        var model = accounts(Role.ADMINISTRATOR);
        var holds = model.holds();
        holds.looking().set(true);
        holds.begin(holds.rows().rows().getFirst());
        site.holds.capture(9_007);
        holds.release();
        assertThat(holds.open().get()).isTrue();
        assertThat(Objects.requireNonNull(holds.refusal().get()).key())
                .isEqualTo("holds.ended-before.captured");
        assertThat(holds.rows().rows().getFirst().state()).isEqualTo(HoldState.CAPTURED);
    }
}
