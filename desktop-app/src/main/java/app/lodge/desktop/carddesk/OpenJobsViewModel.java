package app.lodge.desktop.carddesk;

import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.desktop.carddesk.CardStation.BrokenJob;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Card jobs that a crash or a silent printer left open: the clerk looks and says (ID-40, ID-43).
public final class OpenJobsViewModel {

    private final Session session;
    private final CardStation station;
    private final Runnable resolved;
    private final ObservableList<BrokenJob> jobs = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    OpenJobsViewModel(Session session, CardStation station, Runnable resolved) {
        this.session = session;
        this.station = station;
        this.resolved = resolved;
    }

    /// Oldest first.
    public ObservableList<BrokenJob> jobs() {
        return jobs;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public void refresh() {
        session.background().run("jobs.reading", busy, station::broken, jobs::setAll);
    }

    public void resolve(CardJob job, Resolution resolution) {
        var request = once.request();
        session.background()
                .run(
                        "jobs.resolving",
                        busy,
                        () -> station.resolve(request, job, resolution),
                        _ -> {
                            once.answered();
                            session.notices().done(Message.of("jobs.resolved", job.cardNumber()));
                            refresh();
                            resolved.run();
                        });
    }
}
