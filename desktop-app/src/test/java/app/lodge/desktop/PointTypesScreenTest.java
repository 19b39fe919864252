package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.points.PointType;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.devices.DevicesViewModel;
import app.lodge.desktop.settings.PointTypesViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The types of payment points are kept in the settings, and say at the devices' desk what each point is.
@Tag("ID-14")
final class PointTypesScreenTest {

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    private Session session(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        return new Session(
                site.doors(),
                actor,
                site.settings,
                new InlineBackground(),
                new ViewModelsTest.NoDialogs(),
                new HeardNotices(notices),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }

    private PointTypesViewModel settings(Role role) {
        var model = new PointTypesViewModel(session(role));
        model.refresh();
        return model;
    }

    private static PointType named(List<PointType> types, String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void aTypeIsAddedRenamedAndRetired() {
        var model = settings(Role.ADMINISTRATOR);
        model.beginAdd();
        model.code().set(" sauna ");
        model.name().set(" Sauna ");
        model.save();
        assertThat(named(site.pointTypes.types, "sauna"))
                .isEqualTo(new PointType("sauna", "Sauna", false));
        model.edit(named(model.types(), "canteen"));
        model.name().set("Hall B");
        model.retired().set(true);
        model.save();
        assertThat(model.open().get()).isFalse();
        assertThat(named(model.types(), "canteen"))
                .isEqualTo(new PointType("canteen", "Hall B", true));
        assertThat(notices)
                .extracting(Message::key)
                .containsExactly("point-types.saved", "point-types.saved");
    }

    @Test
    void aCodeThatIsThereIsNotAddedASecondTime() {
        var model = settings(Role.ADMINISTRATOR);
        model.beginAdd();
        model.code().set("canteen");
        model.name().set("Mine");
        model.save();
        assertThat(model.problems())
                .extracting(Problem::key)
                .containsExactly("point-types.code-taken");
        assertThat(model.open().get()).isTrue();
        assertThat(named(site.pointTypes.types, "canteen").name()).isEmpty();
    }

    @Test
    void whatTheSiteRefusesIsSaidUnderItsField() {
        var model = settings(Role.ADMINISTRATOR);
        model.edit(named(model.types(), "salad-bar"));
        model.name().set("");
        model.save();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("name");
        assertThat(model.open().get()).isTrue();
    }

    @Test
    void onlyWhoConfiguresDevicesKeepsTheList() {
        assertThat(settings(Role.CLERK).mayChange()).isFalse();
        assertThat(settings(Role.CLERK).types()).isEmpty();
        assertThat(settings(Role.ADMINISTRATOR).mayChange()).isTrue();
    }

    @Test
    void theListShowsTheDevicesOfOneType() throws Exception {
        Toolkit.start();
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        desktop.go("devices");
        OnScreen.until(() -> rows(desktop).size() == 5);
        filter(desktop, "drinks");
        OnScreen.until(() -> rows(desktop).equals(List.of("drinks-1")));
        filter(desktop, "");
        OnScreen.until(() -> rows(desktop).size() == 5);
        desktop.close();
    }

    private static void filter(SignedIn desktop, String code) throws Exception {
        Toolkit.run(() -> {
            @SuppressWarnings("unchecked")
            var types = (ComboBox<PointType>) desktop.find("#devices-of-type");
            types.setValue(named(types.getItems(), code));
        });
    }

    private static List<String> rows(SignedIn desktop) {
        return ((ListView<?>) desktop.find("#devices-list"))
                .getItems().stream().map(view -> ((DeviceView) view).device().name()).toList();
    }

    @Test
    void aPointIsGivenATypeThatIsNotRetired() throws Exception {
        Toolkit.start();
        var desktop = SignedIn.inEnglish(folder.resolve("w"));
        desktop.go("devices");
        desktop.select("#devices-list", 0);
        OnScreen.until(() -> said(desktop).equals("Other"));
        var offered =
                Toolkit.call(() ->
                        ((MenuButton) desktop.find("#device-type"))
                                .getItems().stream().map(item -> item.getText()).toList());
        assertThat(offered).contains("Canteen", "Salad bar, hall B").doesNotContain("Copier");
        Toolkit.run(() ->
                ((MenuButton) desktop.find("#device-type"))
                        .getItems().stream()
                                .filter(item -> item.getText().equals("Canteen"))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        OnScreen.until(() -> said(desktop).equals("Canteen"));
        assertThat(desktop.site().pointTypes.given).containsEntry(1L, "canteen");
        desktop.close();
    }

    private static String said(SignedIn desktop) {
        return desktop.root().lookup("#device-type") instanceof MenuButton menu
                ? menu.getText()
                : "";
    }

    @Test
    void whatIsNoPaymentPointHasNoType() {
        var model = new DevicesViewModel(session(Role.ADMINISTRATOR));
        model.refresh();
        var kinds = new ArrayList<String>();
        for (var view : model.devices()) {
            kinds.add(
                    view.device().name()
                            + " "
                            + model.types()
                                    .of(view)
                                    .map(type -> type.called(new Texts(Locale.ENGLISH)))
                                    .orElse("-"));
        }
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "till-2 Other",
                        "lockers-a -",
                        "lockers-gym -",
                        "drinks-1 Drinks machine",
                        "copier-3 Copier");
    }
}
