package app.lodge.core.privacy;

import java.time.LocalDate;

/// How long a class of data is kept, on what ground, and what follows.
///
/// @param years 0 to 100, from the end of the year of the last entry for what tax law keeps, from the
///     last entry otherwise
/// @param keepsPerson the person cannot be erased before the term is over
/// @param whenDue counts for PERSON alone
public record RetentionClass(
        DataClass data, Ground ground, int years, boolean keepsPerson, WhenDue whenDue) {

    public enum Ground {
        CONTRACT,
        TAX_LAW,
        ACCOUNTABILITY,
        OPERATION,
        LEGAL_CLAIM
    }

    public enum WhenDue {
        /// A person decides from the list of those due.
        PROPOSE,
        /// The nightly run erases, if nothing holds it up.
        ERASE
    }

    /// The day from which nothing of this class needs to be kept.
    ///
    /// @param last day of the last entry
    public LocalDate until(LocalDate last) {
        return ground == Ground.TAX_LAW
                ? LocalDate.of(last.getYear() + years + 1, 1, 1)
                : last.plusYears(years);
    }
}
