package app.lodge.desktop.carddesk;

import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobState;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Card jobs that a crash or a silent printer left open: the clerk looks and says.
public final class OpenJobsViewModel {

    private final Session session;
    private final Runnable resolved;
    private final ObservableList<CardJob> jobs = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();

    OpenJobsViewModel(Session session, Runnable resolved) {
        this.session = session;
        this.resolved = resolved;
    }

    /// Oldest first.
    public ObservableList<CardJob> jobs() {
        return jobs;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public void refresh() {
        session.background()
                .run(
                        "jobs.reading",
                        busy,
                        () ->
                                session
                                        .doors()
                                        .jobs()
                                        .open(session.actor(), session.actor().workstation())
                                        .stream()
                                        .filter(job -> job.state() == JobState.UNKNOWN)
                                        .toList(),
                        jobs::setAll);
    }

    public void resolve(CardJob job, Resolution resolution) {
        var request = once.request();
        session.background()
                .run(
                        "jobs.resolving",
                        busy,
                        () ->
                                session.doors()
                                        .jobs()
                                        .resolve(session.actor(), request, job.id(), resolution),
                        _ -> {
                            once.answered();
                            session.notices().done(Message.of("jobs.resolved", job.cardNumber()));
                            refresh();
                            resolved.run();
                        });
    }
}
