package app.lodge.core.watch;

import java.util.List;
import java.util.Optional;

/// What the site's own machine and stock say of themselves.
@FunctionalInterface
public interface SiteGauges {

    Reading read();

    /// @param diskUsed and `diskSize` in bytes; of the disk on which the site's home lies
    /// @param backupDays age of the newest backup, or of the books while there is none; empty where
    ///     backups are not Lodge's business
    /// @param uncredited taken by card and credited to nobody, lately
    /// @param refused whom the field network turned away lately, each once, as they called themselves
    record Reading(
            long diskUsed,
            long diskSize,
            Optional<Long> backupDays,
            List<Shelf> shelves,
            List<Uncredited> uncredited,
            List<String> refused) {

        public Reading {
            shelves = List.copyOf(shelves);
            uncredited = List.copyOf(uncredited);
            refused = List.copyOf(refused);
        }

        long diskPercent() {
            return diskSize == 0 ? 0 : diskUsed * 100 / diskSize;
        }
    }

    /// A place of the stock.
    ///
    /// @param usable blanks and prepared ones
    /// @param lowAt 0 for never
    record Shelf(long place, String name, long usable, long lowAt) {}

    /// A card payment at a device that came to nothing; it names nobody.
    ///
    /// @param reference of the payment at the terminal, at most 24 characters
    /// @param amount with its currency
    record Uncredited(long device, String label, String reference, String amount) {}
}
