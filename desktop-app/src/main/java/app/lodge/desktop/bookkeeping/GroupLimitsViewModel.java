package app.lodge.desktop.bookkeeping;

import app.lodge.core.groups.Groups.Group;
import app.lodge.desktop.accounts.LimitsViewModel;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Groups, each with the limits that hold for everybody in it (ID-13).
public final class GroupLimitsViewModel {

    private final Session session;
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final LimitsViewModel limits;
    private final BooleanProperty busy = new SimpleBooleanProperty();

    GroupLimitsViewModel(Session session) {
        this.session = session;
        limits = new LimitsViewModel(session, this::refresh);
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    public LimitsViewModel limits() {
        return limits;
    }

    public void refresh() {
        session.background()
                .run(
                        "limits.reading",
                        busy,
                        () -> session.doors().groups().list(session.actor()),
                        groups::setAll);
    }

    public void open(Group group) {
        limits.beginGroup(group.id().number(), group.name());
    }
}
