package app.lodge.core.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceTemplates.Draft;
import app.lodge.core.devices.DeviceTemplates.MakeOutcome;
import app.lodge.core.devices.DeviceTemplates.SetupOutcome;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.core.devices.Pushes.Preview;
import app.lodge.core.devices.Pushes.PreviewOutcome;
import app.lodge.core.devices.Pushes.Push;
import app.lodge.core.devices.Pushes.PushOutcome;
import app.lodge.core.devices.Pushes.Untouched;
import app.lodge.core.devices.Pushes.Winner;
import app.lodge.core.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Templates, pushes with preview and undo, and changes at the panel, on every database.
abstract class TwinContract {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");

    Instant now = NOW;
    Books books;
    Devices devices;
    DeviceTemplates templates;
    Pushes pushes;
    FieldBooks field;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        books = Books.open(source(), () -> now, new Plain());
        devices = Devices.in(books, (_, person) -> "Person " + person.number());
        templates = DeviceTemplates.in(books);
        pushes = Pushes.in(books);
        var settings = SiteSettings.of("Test", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en");
        field = FieldBooks.in(books, () -> settings);
    }

    @AfterEach
    void close() {
        field.close();
        books.close();
    }

    @Test
    @Tag("SAFE-49")
    void aDeviceFromATemplateFollowsItUntilASettingIsItsOwn() {
        var template = canteen();
        var one = from(template, "till-1");
        var two = from(template, "till-2");
        assertThat(view(one).desired())
                .containsEntry("display.text", "Guten Appetit")
                .containsEntry("ask.timeout", "3");
        assertThat(view(one).lists())
                .extracting(DeviceView.ListState::name)
                .containsExactly("block");
        devices.configure(ADMIN, RequestId.fresh(), two, Map.of("ask.timeout", "7"));

        var changes = Map.of("ask.timeout", "5", "display.text", "Mahlzeit");
        var preview = preview(new Aim.Template(template.number()), changes);
        assertThat(preview.changes())
                .extracting(Pushes.Change::name, Pushes.Change::setting, Pushes.Change::to)
                .containsExactly(
                        tuple("till-1", "ask.timeout", "5"),
                        tuple("till-1", "display.text", "Mahlzeit"),
                        tuple("till-2", "display.text", "Mahlzeit"));
        assertThat(preview.untouched())
                .extracting(Pushes.Left::name, Pushes.Left::setting, Pushes.Left::why)
                .containsExactly(tuple("till-2", "ask.timeout", Untouched.OWN));
        var sent = push(new Aim.Template(template.number()), changes, preview);
        assertThat(view(one).desired()).containsEntry("ask.timeout", "5");
        assertThat(view(two).desired())
                .containsEntry("ask.timeout", "7")
                .containsEntry("display.text", "Mahlzeit");

        assertThat(templates.followAgain(ADMIN, RequestId.fresh(), two, "ask.timeout"))
                .isInstanceOfSatisfying(
                        SetupOutcome.Changed.class,
                        changed -> assertThat(changed.setup().own()).isEmpty());
        assertThat(view(two).desired()).containsEntry("ask.timeout", "5");

        undo(sent);
        assertThat(templates.list(ADMIN).getFirst().settings())
                .containsEntry("display.text", "Guten Appetit");
        assertThat(view(one).desired())
                .containsEntry("display.text", "Guten Appetit")
                .containsEntry("ask.timeout", "3");
    }

    @Test
    @Tag("SAFE-50")
    void aGroupsPushShowsWhatChangesWhereAndIsUndoneAsANewVersion() {
        var template = canteen();
        var one = from(template, "till-1");
        var two = from(template, "till-2");
        var alone = add("till-3");
        var aim = new Aim.Group("canteen");
        var changes = Map.of("offline.limit", "500");
        var preview = preview(aim, changes);
        assertThat(preview.devices()).isEqualTo(2);
        assertThat(preview.changes().getFirst().from()).isEqualTo("1000");

        devices.configure(ADMIN, RequestId.fresh(), one, changes);
        assertThat(pushes.push(ADMIN, RequestId.fresh(), aim, changes, preview.seen()))
                .as("what is sent is what was shown")
                .isInstanceOf(PushOutcome.Overtaken.class);
        var sent = push(aim, changes, preview(aim, changes));
        assertThat(sent.devices()).isEqualTo(1);
        assertThat(sent.confirmed()).isZero();
        field.reported(
                Actor.device(two.number(), "till-2"),
                two,
                new FieldBooks.Report(2, view(two).desired(), List.of(), Map.of()));
        assertThat(pushes.list(ADMIN, 10).getFirst().confirmed()).isEqualTo(1);
        assertThat(view(alone).desired()).containsEntry("offline.limit", "1000");

        var undone = undo(sent);
        assertThat(undone.undoes()).isEqualTo(sent.number());
        assertThat(view(two).desired()).containsEntry("offline.limit", "1000");
        assertThat(view(two).desiredVersion()).isEqualTo(3);
        assertThat(pushes.list(ADMIN, 10).get(1).undoneBy()).isEqualTo(undone.number());
        assertThat(preview(sent).changes()).as("twice changes nothing").isEmpty();
        assertThat(preview(sent).untouched())
                .extracting(Pushes.Left::why)
                .containsOnly(Untouched.CHANGED_SINCE);
    }

    @Test
    @Tag("SAFE-50")
    void whatIsWrongIsSaidBeforeAnythingIsSent() {
        var template = canteen();
        from(template, "till-1");
        assertThat(problems(new Aim.Group("canteen"), Map.of("no.such", "1")))
                .extracting(Problem::key)
                .containsExactly("devices.setting-unknown");
        assertThat(problems(new Aim.Group("nobody"), Map.of("ask.timeout", "5")))
                .extracting(Problem::key)
                .containsExactly("pushes.group-empty");
        assertThat(problems(new Aim.Template(99), Map.of("ask.timeout", "5")))
                .extracting(Problem::key)
                .containsExactly("templates.unknown");
        var draft =
                new Draft(
                        "Canteen",
                        DeviceKind.PAYMENT_POINT,
                        "A B",
                        List.of("allow"),
                        Map.of("ask.timeout", "0"));
        assertThat(templates.make(ADMIN, RequestId.fresh(), draft))
                .isInstanceOfSatisfying(
                        MakeOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(Problem::key)
                                        .containsExactly(
                                                "templates.name-taken",
                                                "templates.group-malformed",
                                                "templates.lists",
                                                "devices.setting-out-of-range"));
    }

    @Test
    @Tag("LOCK-08")
    void thePanelsChangeHoldsAndTheDeskIsTold() {
        var id = add("till-1");
        atThePanel(id, 1, "ask.timeout", "9", 1);
        assertThat(view(id).desired()).containsEntry("ask.timeout", "9");
        atThePanel(id, 2, "ask.timeout", "8", 1);
        assertThat(view(id).desired())
                .as("two changes at the panel")
                .containsEntry("ask.timeout", "8");
        assertThat(pushes.conflicts(ADMIN)).isEmpty();
        atThePanel(id, 3, "ask.timeout", "900", 1);
        assertThat(view(id).desired()).as("out of range").containsEntry("ask.timeout", "8");
        assertThat(view(id).desiredVersion()).as("and the device hears of it").isEqualTo(4);
    }

    @Test
    @Tag("LOCK-08")
    void theLaterOfBothWinsAndTheConflictIsListed() {
        var id = add("till-1");
        devices.configure(ADMIN, RequestId.fresh(), id, Map.of("ask.timeout", "5"));
        now = NOW.plus(Duration.ofMinutes(2));
        atThePanel(id, 1, "ask.timeout", "9", 1);
        assertThat(view(id).desired()).containsEntry("ask.timeout", "9");
        now = NOW.plus(Duration.ofMinutes(4));
        devices.configure(ADMIN, RequestId.fresh(), id, Map.of("ask.timeout", "6"));
        var settled = view(id).desiredVersion();
        now = NOW.plus(Duration.ofMinutes(3));
        atThePanel(id, 2, "ask.timeout", "10", 2);
        assertThat(view(id).desired()).containsEntry("ask.timeout", "6");
        assertThat(view(id).desiredVersion()).isEqualTo(settled + 1);
        assertThat(pushes.conflicts(ADMIN))
                .extracting(
                        Pushes.Conflict::winner,
                        Pushes.Conflict::deskValue,
                        Pushes.Conflict::panelValue)
                .containsExactly(tuple(Winner.DESK, "6", "10"), tuple(Winner.PANEL, "5", "9"));
        var first = pushes.conflicts(ADMIN).getFirst().number();
        assertThat(pushes.seen(ADMIN, RequestId.fresh(), first).orElseThrow().seenAt())
                .isEqualTo(now);
    }

    private Template canteen() {
        var draft =
                new Draft(
                        "Canteen",
                        DeviceKind.PAYMENT_POINT,
                        "canteen",
                        List.of("block"),
                        Map.of("display.text", "Guten Appetit"));
        return ((MakeOutcome.Made) templates.make(ADMIN, RequestId.fresh(), draft)).template();
    }

    private DeviceId from(Template template, String name) {
        var added = templates.add(ADMIN, RequestId.fresh(), template.number(), name, "", "hall");
        return ((Devices.AddOutcome.Added) added).device().id();
    }

    private DeviceId add(String name) {
        var added =
                devices.add(ADMIN, RequestId.fresh(), name, DeviceKind.PAYMENT_POINT, name, "hall");
        return ((Devices.AddOutcome.Added) added).device().id();
    }

    private DeviceView view(DeviceId id) {
        return devices.find(ADMIN, id).orElseThrow();
    }

    private Preview preview(Aim aim, Map<String, String> changes) {
        return ((PreviewOutcome.Shown) pushes.preview(ADMIN, aim, changes)).preview();
    }

    private Preview preview(Push undone) {
        return ((PreviewOutcome.Shown) pushes.previewUndo(ADMIN, undone.number())).preview();
    }

    private List<Problem> problems(Aim aim, Map<String, String> changes) {
        return ((PreviewOutcome.Rejected) pushes.preview(ADMIN, aim, changes)).problems();
    }

    private Push push(Aim aim, Map<String, String> changes, Preview preview) {
        var sent = pushes.push(ADMIN, RequestId.fresh(), aim, changes, preview.seen());
        return ((PushOutcome.Pushed) sent).push();
    }

    private Push undo(Push push) {
        var seen = preview(push).seen();
        var undone = pushes.undo(ADMIN, RequestId.fresh(), push.number(), seen);
        return ((PushOutcome.Pushed) undone).push();
    }

    private void atThePanel(DeviceId id, long seq, String name, String value, int base) {
        var content =
                "{\"setting\":\"%s\",\"value\":\"%s\",\"base\":%d}".formatted(name, value, base);
        field.takeIn(
                Actor.device(id.number(), "till-1"),
                id,
                new FieldEvent(seq, "setting", now, "", content),
                null,
                "");
    }

    /// Seals nothing: there is nothing personal here.
    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
