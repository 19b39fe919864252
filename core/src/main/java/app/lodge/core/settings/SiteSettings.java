package app.lodge.core.settings;

import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What holds for the whole site.
///
/// @param name at most 80 characters; printed on receipts, cards and reports
/// @param currency of personal accounts; fixed once the site exists
/// @param zone in which times are shown and business days begin
/// @param language IETF tag of reports and of new workstations: `en`, `de` …
/// @param maximumBalance in minor units
/// @param holdMinutes how long an authorised, not yet captured payment stays reserved, 1 to 1440
/// @param lateAfterMinutes an event that arrives later than this is shown as late, 1 to 1440
/// @param smallestGroup of how many people at least a count may be shown, 2 to 100 (ID-56); null in
///     settings kept before there was one
public record SiteSettings(
        String name,
        Currency currency,
        ZoneId zone,
        String language,
        long maximumBalance,
        int holdMinutes,
        int lateAfterMinutes,
        @Nullable Integer smallestGroup) {

    public static final int LEAST_SMALLEST_GROUP = 2;
    public static final int MOST_SMALLEST_GROUP = 100;
    private static final int SMALLEST_GROUP = 5;

    public SiteSettings(
            String name,
            Currency currency,
            ZoneId zone,
            String language,
            long maximumBalance,
            int holdMinutes,
            int lateAfterMinutes) {
        this(
                name,
                currency,
                zone,
                language,
                maximumBalance,
                holdMinutes,
                lateAfterMinutes,
                SMALLEST_GROUP);
    }

    /// Counts of fewer people are not shown.
    public int smallestShown() {
        return smallestGroup == null ? SMALLEST_GROUP : smallestGroup;
    }

    public static SiteSettings of(String name, Currency currency, ZoneId zone, String language) {
        return new SiteSettings(name, currency, zone, language, 50_000, 15, 5);
    }
}
