package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.devices.DeviceUsers.Known;
import app.lodge.core.devices.Devices;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.devices.DevicesViewModel;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may use a safe is said at the devices' desk, without a screen.
@Tag("SAFE-63")
class SafeUsersTest {

    private final FakeSite site = new FakeSite();
    private final Actor actor = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
    private final DevicesViewModel model = new DevicesViewModel(session());

    private Session session() {
        return new Session(
                site.doors(),
                actor,
                site.settings,
                new InlineBackground(),
                new ViewModelsTest.NoDialogs(),
                new HeardNotices(new ArrayList<>()),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }

    @BeforeEach
    void chooseTheSafe() {
        var added =
                (Devices.AddOutcome.Added)
                        site.devices.add(
                                actor, RequestId.fresh(), "safe-1", DeviceKind.SAFE, "Safe", "");
        model.refresh();
        model.chosen().set(added.device().id());
    }

    @Test
    void theSafesFileSaysWhoMayUseItAndWhetherItKnows() {
        assertThat(model.file().get().users())
                .extracting(user -> user.known())
                .containsExactly(Known.CONFIRMED, Known.ON_ITS_WAY, Known.NO_CARD, Known.LEAVING);
        model.chosen().set(site.devices.list(actor).getFirst().device().id());
        assertThat(model.file().get().users()).isEmpty();
    }

    @Test
    void somebodyIsLetFromTheFirstDayToTheEndOfTheLast() {
        var user = model.user();
        user.begin(model.chosen().get());
        user.save();
        assertThat(user.problems()).extracting(Problem::field).containsExactly("person");
        user.person().query().set("Kova");
        user.person().choose(user.person().hits().getFirst());
        user.may(DeviceDuty.DEPOSIT).set(false);
        user.save();
        assertThat(user.problems())
                .extracting(Problem::key)
                .containsExactly("device-users.no-duty");
        user.may(DeviceDuty.OPEN).set(true);
        user.until().set(LocalDate.of(2026, 12, 31));
        user.save();
        var end = LocalDate.of(2027, 1, 1).atStartOfDay(site.settings.zone()).toInstant();
        assertThat(site.deviceUsers.put)
                .containsExactly(new DeviceRight(List.of(DeviceDuty.OPEN), Instant.EPOCH, end));
    }

    @Test
    void somebodyIsTakenOff() {
        model.user().remove(model.file().get().users().getFirst());
        assertThat(site.deviceUsers.removed).containsExactly(new PersonId(1));
    }
}
