package app.lodge.core.encodingplans;

import app.lodge.core.media.Uid;
import java.time.LocalDate;
import java.util.Optional;

/// What one card's fields are filled with.
///
/// @param person the person's number, from 1; 0 on a prepared blank
/// @param issueNumber 1 to 65535; 0 on a prepared blank
/// @param keyVersion version of the site's card keys, 1 to 255
public record PlanValues(
        long person,
        int issueNumber,
        Optional<LocalDate> validUntil,
        String siteId,
        int keyVersion,
        Uid uid) {

    /// `0001234-02`
    public String number() {
        return "%07d-%02d".formatted(person, issueNumber);
    }

    /// 20261231, or 0 without an end.
    long lastDay() {
        return validUntil
                .map(day ->
                        day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth())
                .orElse(0L);
    }
}
