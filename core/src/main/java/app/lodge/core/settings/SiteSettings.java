package app.lodge.core.settings;

import java.time.ZoneId;
import java.util.Currency;

/// What holds for the whole site.
///
/// @param name at most 80 characters; printed on receipts, cards and reports
/// @param currency of personal accounts; fixed once the site exists
/// @param zone in which times are shown and business days begin
/// @param language IETF tag of reports and of new workstations: `en`, `de` …
/// @param maximumBalance in minor units
/// @param holdMinutes how long an authorised, not yet captured payment stays reserved, 1 to 1440
/// @param lateAfterMinutes an event that arrives later than this is shown as late, 1 to 1440
public record SiteSettings(
        String name,
        Currency currency,
        ZoneId zone,
        String language,
        long maximumBalance,
        int holdMinutes,
        int lateAfterMinutes) {

    public static SiteSettings of(String name, Currency currency, ZoneId zone, String language) {
        return new SiteSettings(name, currency, zone, language, 50_000, 15, 5);
    }
}
