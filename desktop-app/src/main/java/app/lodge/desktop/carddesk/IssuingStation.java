package app.lodge.desktop.carddesk;

import app.lodge.core.people.PersonId;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.issuing.CardIssuing;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.layouts.FaceFiles;
import app.lodge.personalization.layouts.LayoutShelf;
import java.util.List;
import java.util.function.Supplier;

/// The card desk's machines, with cards issued as personalization does it.
public final class IssuingStation implements CardStation {

    private static final String LAYOUT = "staff";

    private final Session session;
    private final CardIssuing issuing;
    private final LayoutShelf layouts;
    private final Supplier<List<Machine>> readers;
    private final Supplier<List<Machine>> printers;
    private final Runnable ended;

    /// @param ended runs after every issue, however it ended
    public IssuingStation(
            Session session,
            CardIssuing issuing,
            LayoutShelf layouts,
            Supplier<List<Machine>> readers,
            Supplier<List<Machine>> printers,
            Runnable ended) {
        this.session = session;
        this.issuing = issuing;
        this.layouts = layouts;
        this.readers = readers;
        this.printers = printers;
        this.ended = ended;
    }

    @Override
    public List<Machine> readers() {
        return readers.get();
    }

    @Override
    public List<Machine> printers() {
        return printers.get();
    }

    @Override
    public Faces preview(PersonId id) {
        var actor = session.actor();
        var person =
                session.doors()
                        .people()
                        .find(actor, id)
                        .orElseThrow(() -> new IllegalStateException("No person " + id));
        var layout =
                layouts.find(LAYOUT)
                        .orElseThrow(() -> new IllegalStateException("No layout " + LAYOUT));
        int issue = session.doors().media().ofPerson(actor, id).size() + 1;
        var number = "%07d-%02d".formatted(id.number(), issue);
        var faces = issuing.preview(actor, layout, person, number).faces();
        var back = faces.back();
        return new Faces(
                FaceFiles.png(faces.front()), back == null ? new byte[0] : FaceFiles.png(back));
    }

    @Override
    public IssueOutcome issue(IssueOrder order, Progress<IssueStep> progress) {
        try {
            return issuing.issue(session.actor(), order, progress);
        } finally {
            ended.run();
        }
    }
}
