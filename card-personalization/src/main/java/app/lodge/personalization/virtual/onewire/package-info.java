/// A 1-Wire bus that is not there: buttons, the bus with its faults, and the DS2480B in front of it,
/// in memory or behind a pseudo-terminal for programs that we did not write. Begin at
/// {@link VirtualBus}.
@NullMarked
package app.lodge.personalization.virtual.onewire;

import org.jspecify.annotations.NullMarked;
