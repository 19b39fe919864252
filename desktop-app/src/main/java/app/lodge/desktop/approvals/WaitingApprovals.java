package app.lodge.desktop.approvals;

import app.lodge.core.books.Fact;
import app.lodge.core.books.Permission;
import app.lodge.desktop.shell.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Keeps count of the requests that this operator can decide on: those of others (ID-27).
public final class WaitingApprovals {

    private static final String KIND = "approval.";

    private final Session session;
    private final IntegerProperty count;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private boolean again;

    public WaitingApprovals(Session session, IntegerProperty count) {
        this.session = session;
        this.count = count;
    }

    /// Counts anew if the news are about approvals.
    public void heard(List<Fact> news) {
        if (news.stream().anyMatch(fact -> fact.kind().startsWith(KIND))) {
            refresh();
        }
    }

    public void refresh() {
        if (!session.actor().may(Permission.APPROVE_PAYMENTS)) {
            return;
        }
        if (busy.get()) {
            again = true;
            return;
        }
        again = false;
        session.background()
                .run(
                        "approvals.reading",
                        busy,
                        () ->
                                session.doors().approvals().open(session.actor()).stream()
                                        .filter(one ->
                                                one.askedBy() != session.actor().operatorId())
                                        .count(),
                        found -> {
                            count.set(Math.toIntExact(found));
                            if (again) {
                                refresh();
                            }
                        });
    }
}
