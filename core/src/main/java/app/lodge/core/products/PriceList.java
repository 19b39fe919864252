package app.lodge.core.products;

import app.lodge.core.groups.GroupId;
import app.lodge.core.rights.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where, for whom and when its prices hold. What it says here never changes: a list that should say
/// something else is ended, and another one begun.
///
/// @param points numbers of the payment points; empty for all
/// @param group whose prices they are; null for everybody's
/// @param hours of the week by the clocks at the site; empty for always
/// @param taxCode instead of the products' own, for food taken away and the like; empty for theirs
/// @param endsAt null while nobody has ended it
public record PriceList(
        PriceListId id,
        String name,
        List<Long> points,
        @Nullable GroupId group,
        List<Window> hours,
        String taxCode,
        @Nullable Instant endsAt) {

    private static final int NAMES_POINTS = 4;
    private static final int NAMES_GROUP = 2;
    private static final int NAMES_HOURS = 1;

    public PriceList {
        points = List.copyOf(points);
        hours = List.copyOf(hours);
    }

    /// How particular it is: 0 to 7. Payment points count more than people, and people more than hours.
    public int rank() {
        return (points.isEmpty() ? 0 : NAMES_POINTS)
                + (group == null ? 0 : NAMES_GROUP)
                + (hours.isEmpty() ? 0 : NAMES_HOURS);
    }

    public boolean holdsAt(long point) {
        return points.isEmpty() || points.contains(point);
    }
}
