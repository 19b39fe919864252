package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.virtualsite.Crowd.Steer;
import app.lodge.core.virtualsite.CrowdPicture;
import app.lodge.core.virtualsite.VirtualSite.Act;
import app.lodge.core.virtualsite.VirtualSite.Standing;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.virtualsite.VirtualViewModel;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the control panel of virtual devices does, without a screen.
@Tag("ID-49")
class VirtualPanelTest {

    private final FakeSite site = new FakeSite();
    private final VirtualViewModel model = new VirtualViewModel(session());

    private Session session() {
        var actor = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
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

    @Test
    void aCardIsLaidOnTheChosenDeviceByWhoeverIsChosen() {
        model.refresh();
        assertThat(model.open().get()).isTrue();
        model.tap();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("device");
        model.chosen().set(model.devices().get(2));
        model.tap();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("person");
        model.person().query().set("a");
        model.person().choose(model.person().hits().getFirst());
        model.tap();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("amount");
        model.amount().set("3.50");
        model.tap();
        assertThat(model.problems()).isEmpty();
        assertThat(site.virtual.acts)
                .singleElement()
                .satisfies(act ->
                        assertThat(((Act.Tap) act).amount()).isEqualTo(FakeAccounts.euro(350)));
        assertThat(model.said().get()).isEqualTo(Message.of("virtual.result.paid"));
    }

    @Test
    @Tag("LOCK-28")
    void aLockerHearsWhichKindOfCardIsHeldToIt() {
        model.refresh();
        model.chosen()
                .set(
                        model.devices().stream()
                                .filter(one -> one.kind() == DeviceKind.LOCKER_CABINET)
                                .findFirst()
                                .orElseThrow());
        model.person().query().set("Kova");
        model.person().choose(model.person().hits().getFirst());
        model.tap();
        assertThat(site.virtual.acts)
                .singleElement()
                .satisfies(act -> assertThat(((Act.OpenLocker) act).medium()).isEqualTo("desfire"));
    }

    @Test
    @Tag("SAFE-11")
    void aSafesCassetteIsSwappedByWhoeverIsChosen() {
        model.refresh();
        model.chosen()
                .set(new Standing("virtual-safe-1", DeviceKind.SAFE, true, 0, java.util.List.of()));
        model.emptyCash();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("person");
        model.person().query().set("Kova");
        model.person().choose(model.person().hits().getFirst());
        model.emptyCash();
        assertThat(site.virtual.acts)
                .singleElement()
                .satisfies(act -> assertThat(((Act.SwapCassette) act).credential()).isNotBlank());
    }

    @Test
    @Tag("ID-30")
    void whoStandsBeforeAKioskPutsCashInAndHasItOut() {
        model.refresh();
        model.chosen()
                .set(
                        model.devices().stream()
                                .filter(one -> one.kind() == DeviceKind.KIOSK)
                                .findFirst()
                                .orElseThrow());
        model.person().query().set("a");
        model.person().choose(model.person().hits().getFirst());
        model.putIn();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("amount");
        model.amount().set("20");
        model.putIn();
        model.payOut();
        model.emptyCash();
        assertThat(site.virtual.acts)
                .satisfiesExactly(
                        act ->
                                assertThat(((Act.PutIn) act).amount())
                                        .isEqualTo(FakeAccounts.euro(2_000)),
                        act ->
                                assertThat(((Act.PayOut) act).amount())
                                        .isEqualTo(FakeAccounts.euro(2_000)),
                        act -> assertThat(act).isInstanceOf(Act.EmptyCash.class));
    }

    @Test
    void aCrowdIsSentOnceItsNumbersAreRightAndCanBeStopped() {
        model.refresh();
        assertThat(model.crowd().picture().get()).isNull();
        model.crowd().people().set("many");
        model.crowd().send();
        assertThat(model.crowd().problems()).extracting(Problem::field).containsExactly("people");
        model.crowd().people().set("1000");
        model.crowd().send();
        assertThat(model.crowd().picture().get()).extracting(CrowdPicture::speed).isEqualTo(20);
        model.crowd().steer(new Steer.Pause());
        assertThat(site.virtual.steers).containsExactly(new Steer.Pause());
    }
}
