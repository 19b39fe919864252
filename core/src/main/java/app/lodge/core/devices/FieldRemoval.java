package app.lodge.core.devices;

import app.lodge.core.books.Tx;
import java.util.Collection;
import java.util.List;

/// Takes a person out of the field: compartments, credentials on devices' lists (ID-57).
public final class FieldRemoval {

    private FieldRemoval() {}

    /// A device that has forgotten once it confirms this version of its list.
    public record Awaited(long device, String name, String list, long version) {}

    /// Takes the person off the lists of safes, too.
    ///
    /// @return how many compartments were the person's
    public static int releaseCompartments(Tx tx, long person) {
        return FieldRemovalStore.releaseCompartments(tx, person);
    }

    /// Takes a person's PIN out of the books and off the cabinets' lists, while the compartments are theirs yet.
    ///
    /// @return the lists that must be confirmed before the devices have forgotten
    public static List<Awaited> forgetPin(Tx tx, long person) {
        return FieldRemovalStore.forgetPin(tx, person);
    }

    /// Works the lists out again for credentials that are nobody's any more.
    ///
    /// @return the lists that must be confirmed before the devices have forgotten
    public static List<Awaited> refresh(Tx tx, Collection<String> credentials) {
        return FieldRemovalStore.refresh(tx, credentials);
    }

    /// Drops removed entries that their device has confirmed, if their chip is nobody's: the list's
    /// versions up to there can no longer be told apart, so a device that falls behind gets all of it.
    ///
    /// @return how many rows went
    public static int purge(Tx tx) {
        return FieldRemovalStore.purge(tx);
    }
}
