package app.lodge.core.watch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that runs out and that no device of the field tells of (ID-49).
///
/// @param id 0 for a new one
/// @param name of the licence or the station; of a ribbon its kind and its printer's number
/// @param on the last day, of a licence always, of a SIM card's credit if it has one; a ribbon's is computed
/// @param remaining of a SIM card its credit in minor units of the site's currency, of a ribbon sides; else 0
/// @param wanted it is told at that credit or below, 0 for never; of a ribbon how many sides a whole one prints
/// @param toldAt when it was entered, or told by its printer
public record Provision(
        long id,
        Kind kind,
        String name,
        @Nullable LocalDate on,
        long remaining,
        long wanted,
        Instant toldAt) {

    public enum Kind {
        /// Of a program, a library or a service: it ends on a day.
        LICENCE,
        /// What the SIM card has left of a station that is reached by SMS.
        SIM,
        /// In a card printer; told by the workstation that prints with it, never entered.
        RIBBON;

        /// Whether somebody types it.
        public boolean entered() {
            return this != RIBBON;
        }
    }
}
