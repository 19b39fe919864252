package app.lodge.core.accounts;

/// Whether a posting may still be refused.
enum Booking {
    /// It has not happened yet: refused if it would take a checked account below its floor.
    AUTHORISING,
    /// It has happened already: always booked, marked as forced where it crosses the floor.
    RECORDING
}
