package app.lodge.personalization.onewire;

/// How fast the time slots of the bus run (DS2480B data sheet, communication commands).
public enum BusSpeed {
    REGULAR,
    /// Regular, with slews for long lines.
    FLEXIBLE,
    /// About ten times as fast; not every part can.
    OVERDRIVE;

    /// Bits 3 and 2 of a communication command.
    int bits() {
        return ordinal() << 2;
    }
}
