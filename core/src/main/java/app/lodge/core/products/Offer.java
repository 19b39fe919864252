package app.lodge.core.products;

import app.lodge.core.rights.PlanText;
import app.lodge.core.rights.WeekPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One price as a payment point holds it: with all that it needs to choose among prices by itself.
///
/// @param id of the price
/// @param product its number
/// @param names in other languages: `de` → name
/// @param minor of the site's currency, for one
/// @param from inclusive
/// @param until exclusive; null for no end in sight
/// @param group for whom; null for everybody
/// @param hours such as `mon-fri=11:00-14:00`, by the clocks at the site; empty for always
/// @param rank the highest wins; among equals the lowest price
/// @param taxCode empty for the payment point's own
public record Offer(
        long id,
        int product,
        String name,
        Map<String, String> names,
        String category,
        long minor,
        Instant from,
        @Nullable Instant until,
        @Nullable Long group,
        List<String> hours,
        int rank,
        String taxCode) {

    @SuppressWarnings("ConstantValue") // a device may be told less
    public Offer {
        names = names == null ? Map.of() : Map.copyOf(new TreeMap<>(names));
        hours = hours == null ? List.of() : List.copyOf(hours);
    }

    boolean begun(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    boolean open(Instant at, ZoneId zone) {
        return hours.isEmpty()
                || PlanText.parse(hours, WeekPlan.Holidays.AS_USUAL)
                                instanceof PlanText.Parsed.Read(WeekPlan week)
                        && week.open(at.atZone(zone).toLocalDateTime(), _ -> false);
    }

    boolean speaks(Set<Long> groups, Instant at, ZoneId zone) {
        return begun(at) && (group == null || groups.contains(group)) && open(at, zone);
    }
}
