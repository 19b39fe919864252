package app.lodge.core.points;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import java.util.List;

/// What sort of payment point there can be, and which each one is (ID-14). None goes away: what is retired
/// stays with the points that have it and with what they sold.
public interface PointTypes {

    static PointTypes in(Books books) {
        return new BookedPointTypes(books);
    }

    /// The shipped ones in their order, the site's own by code, and `other` last; retired ones too.
    List<PointType> list(Actor actor);

    /// Adds a type, or gives the one with this code its name and says whether it is retired. A shipped one
    /// without a name is called as the bundles call it.
    PutOutcome put(Actor actor, RequestId request, PointType type);

    /// What every payment point is, by device.
    List<Typed> points(Actor actor);

    /// Says what a payment point is.
    GiveOutcome give(Actor actor, RequestId request, DeviceId point, String code);

    record Typed(DeviceId point, PointType type) {}

    sealed interface PutOutcome {
        record Done(PointType type) implements PutOutcome {}

        record Rejected(List<Problem> problems) implements PutOutcome {}
    }

    sealed interface GiveOutcome {
        record Done(Typed typed) implements GiveOutcome {}

        record Rejected(List<Problem> problems) implements GiveOutcome {}
    }
}
