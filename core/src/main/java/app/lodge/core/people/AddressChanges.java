package app.lodge.core.people;

import app.lodge.core.books.Tx;

/// Hears of every change of a stored e-mail address, whatever it comes from: a form, an import, the
/// undoing of one (ID-24).
@FunctionalInterface
public interface AddressChanges {

    /// Within the unit of writing that changes it.
    void changed(Tx tx, Person before, Person now);
}
