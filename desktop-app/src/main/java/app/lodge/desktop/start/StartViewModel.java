package app.lodge.desktop.start;

import app.lodge.core.books.Permission;
import app.lodge.core.overview.Overview.Task;
import app.lodge.core.overview.Overview.Today;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Today's figures, what waits to be done, and the shortest way to what is done most.
public final class StartViewModel {

    private final Session session;
    private final ObjectProperty<@Nullable Today> today = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /// A way to do something from here.
    public enum QuickAction {
        ENROL,
        IMPORT,
        ISSUE,
        TOP_UP,
        ADD_DEVICE,
        REPORT
    }

    public StartViewModel(Session session) {
        this.session = session;
    }

    /// Null until the first answer.
    public ReadOnlyObjectProperty<@Nullable Today> today() {
        return today;
    }

    public String operatorName() {
        return session.actor().name();
    }

    /// 0 for the morning, 1 for the day, 2 for the evening at the site.
    public int partOfDay() {
        int hour = session.clock().instant().atZone(session.site().zone()).getHour();
        return hour < 11 ? 0 : hour < 17 ? 1 : 2;
    }

    public void refresh() {
        if (!busy.get()) {
            session.background()
                    .run(
                            "start.reading",
                            busy,
                            () -> session.doors().overview().today(session.actor()),
                            today::set);
        }
    }

    public List<QuickAction> quickActions() {
        return List.of(QuickAction.values()).stream()
                .filter(action -> session.actor().may(permission(action)))
                .toList();
    }

    private static Permission permission(QuickAction action) {
        return switch (action) {
            case ENROL -> Permission.CHANGE_PEOPLE;
            case IMPORT -> Permission.IMPORT_PEOPLE;
            case ISSUE -> Permission.ISSUE_CARDS;
            case TOP_UP -> Permission.TOP_UP;
            case ADD_DEVICE -> Permission.CONFIGURE_DEVICES;
            case REPORT -> Permission.SEE_REPORTS;
        };
    }

    public void act(QuickAction action) {
        var navigator = session.navigator();
        switch (action) {
            case ENROL -> navigator.open(Destination.PEOPLE, "new");
            case IMPORT -> navigator.open(Destination.PEOPLE, "import");
            case ISSUE -> navigator.open(Destination.CARD_DESK);
            case TOP_UP -> navigator.open(Destination.ACCOUNTS);
            case ADD_DEVICE -> navigator.open(Destination.DEVICES, "new");
            case REPORT -> navigator.open(Destination.REPORTS);
        }
    }

    public void open(Task task) {
        var kind = task.subject().substring(0, Math.max(0, task.subject().indexOf(':')));
        switch (kind) {
            case "medium" -> session.navigator().open(Destination.CARD_DESK, "purse-alarms");
            case "job" -> session.navigator().open(Destination.CARD_DESK, task.subject());
            case "alert" -> session.navigator().open(Destination.WATCH, task.subject());
            case "stock-place" -> session.navigator().open(Destination.STOCK, task.subject());
            case "photos" -> session.navigator().open(Destination.PEOPLE, task.subject());
            case "wishes" -> session.navigator().open(Destination.PEOPLE, task.subject());
            case "device" -> session.navigator().open(Destination.DEVICES, task.subject());
            default -> session.navigator().open(Destination.START);
        }
    }

    public void openDevices() {
        session.navigator().open(Destination.DEVICES);
    }

    /// The key of a task's sentence.
    static String key(Task task) {
        return Wording.key("start.task", task.kind());
    }
}
