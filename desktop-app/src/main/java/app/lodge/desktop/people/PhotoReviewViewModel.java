package app.lodge.desktop.people;

import app.lodge.core.books.Permission;
import app.lodge.core.people.Person;
import app.lodge.core.people.PhotoDecision;
import app.lodge.core.people.PhotoReason;
import app.lodge.core.people.PhotoState;
import app.lodge.core.people.Photograph;
import app.lodge.core.people.Portraits;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Photographs that wait for approval, or all that are kept of one person; each is looked at large,
/// approved or rejected, and the last decision taken back (ID-11).
public final class PhotoReviewViewModel {

    private final Session session;
    private final Runnable decided;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Row> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Picture> picture = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Photograph> last = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> count = new SimpleObjectProperty<>();
    private final ObjectProperty<PhotoReason> reason =
            new SimpleObjectProperty<>(PhotoReason.POOR_PICTURE);
    private final Once once = new Once();
    private final BooleanProperty more = new SimpleBooleanProperty();
    private final int page;
    private @Nullable Person whose;
    private int wanted;

    record Row(Photograph photograph, Person person) {}

    /// @param jpeg of that photograph
    record Picture(long number, byte[] jpeg) {}

    private record Seen(List<Row> rows, int waiting) {}

    @FunctionalInterface
    private interface Decision {
        PhotoDecision on(Portraits portraits);
    }

    PhotoReviewViewModel(Session session, Runnable decided) {
        this(session, Portraits.MOST_PROPOSALS, decided);
    }

    /// @param page how many are asked for at once, at most as many as the books answer
    PhotoReviewViewModel(Session session, int page, Runnable decided) {
        this.session = session;
        this.page = page;
        this.decided = decided;
        chosen.subscribe(row -> look(row));
    }

    public BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    ObservableList<Row> rows() {
        return rows;
    }

    ObjectProperty<@Nullable Row> chosen() {
        return chosen;
    }

    ObjectProperty<@Nullable Picture> picture() {
        return picture;
    }

    /// The decision that can be taken back here; null if there is none.
    ObjectProperty<@Nullable Photograph> last() {
        return last;
    }

    ObjectProperty<@Nullable Message> count() {
        return count;
    }

    /// Why the next one is rejected.
    ObjectProperty<PhotoReason> reason() {
        return reason;
    }

    /// Whether more wait than are listed.
    BooleanProperty more() {
        return more;
    }

    /// Lists the next page, too, and goes on there.
    void showMore() {
        if (more.get() && !busy.get()) {
            int at = rows.size();
            wanted += page;
            read(at, false);
        }
    }

    /// Null while everything that waits is shown.
    @Nullable Person whose() {
        return whose;
    }

    boolean mayDecide() {
        return session.actor().may(Permission.APPROVE_PHOTOGRAPHS);
    }

    /// Everything that waits.
    public void begin() {
        begin(null);
    }

    /// Everything that is kept of somebody.
    void begin(@Nullable Person person) {
        whose = person;
        wanted = page;
        last.set(null);
        read(0, true);
    }

    private void read(int row, boolean opening) {
        var person = whose;
        int asked = wanted;
        session.background()
                .run(
                        "photo-review.reading",
                        busy,
                        () -> seen(person, asked),
                        seen -> show(seen, row, opening));
    }

    private Seen seen(@Nullable Person person, int asked) {
        var portraits = session.doors().portraits();
        if (person == null) {
            return waiting(portraits, asked);
        }
        var all =
                portraits.history(session.actor(), person.id()).stream()
                        .map(one -> new Row(one, person))
                        .toList();
        return new Seen(all, all.size());
    }

    /// Page after page, until there are as many as asked for.
    private Seen waiting(Portraits portraits, int asked) {
        var all = new ArrayList<Row>();
        long after = 0;
        while (true) {
            var found = portraits.proposed(session.actor(), after, page);
            found.rows().forEach(one -> all.add(new Row(one.photograph(), one.person())));
            if (found.rows().size() < page || all.size() >= asked) {
                return new Seen(all, found.waiting());
            }
            after = found.rows().getLast().photograph().number();
        }
    }

    private void show(Seen seen, int row, boolean opening) {
        rows.setAll(seen.rows());
        more.set(rows.size() < seen.waiting());
        count.set(
                Message.of(
                        whose == null ? "photo-review.waiting" : "photo-review.kept",
                        seen.waiting()));
        chosen.set(rows.isEmpty() ? null : rows.get(Math.min(row, rows.size() - 1)));
        if (opening) {
            open.set(true);
        }
    }

    private void look(@Nullable Row row) {
        picture.set(null);
        if (row != null) {
            var number = row.photograph().number();
            session.background()
                    .run(
                            "photo-review.reading",
                            new SimpleBooleanProperty(),
                            () -> session.doors().portraits().picture(session.actor(), number),
                            found -> seen(number, found));
        }
    }

    private void seen(long number, Optional<byte[]> found) {
        var now = chosen.get();
        if (now != null && now.photograph().number() == number) {
            picture.set(found.map(jpeg -> new Picture(number, jpeg)).orElse(null));
        }
    }

    boolean canApprove(@Nullable Row row) {
        return row != null && row.photograph().state().canBecome(PhotoState.APPROVED);
    }

    boolean canReject(@Nullable Row row) {
        return row != null && row.photograph().state().canBecome(PhotoState.REJECTED);
    }

    /// Only what is on the screen is decided about.
    private boolean looked(@Nullable Row row) {
        var shown = picture.get();
        return row != null
                && mayDecide()
                && !busy.get()
                && shown != null
                && shown.number() == row.photograph().number();
    }

    void approve() {
        var row = chosen.get();
        if (row != null && looked(row) && canApprove(row)) {
            var photo = row.photograph();
            var request = once.request();
            decide(portraits ->
                    portraits.approve(session.actor(), request, photo.number(), photo.state()));
        }
    }

    void reject() {
        var row = chosen.get();
        if (row != null && looked(row) && canReject(row)) {
            var photo = row.photograph();
            var request = once.request();
            var why = reason.get();
            decide(portraits ->
                    portraits.reject(session.actor(), request, photo.number(), photo.state(), why));
        }
    }

    /// Takes back what was decided last here.
    void undo() {
        var photo = last.get();
        if (photo != null && mayDecide() && !busy.get()) {
            var request = once.request();
            decide(portraits ->
                    portraits.undo(session.actor(), request, photo.number(), photo.state()));
        }
    }

    private void decide(Decision decision) {
        session.background()
                .run(
                        "photo-review.deciding",
                        busy,
                        () -> decision.on(session.doors().portraits()),
                        this::answered);
    }

    private void answered(PhotoDecision decision) {
        once.answered();
        switch (decision) {
            case PhotoDecision.Decided(var photo) -> last.set(photo.undoable() ? photo : null);
            case PhotoDecision.Overtaken _ -> {
                last.set(null);
                session.notices().warn(Message.of("photo-review.overtaken"));
            }
            case PhotoDecision.Rejected(var problems) ->
                    problems.forEach(problem -> session.notices().warn(Message.of(problem)));
        }
        decided.run();
        read(Math.max(0, rows.indexOf(chosen.get())), false);
    }
}
