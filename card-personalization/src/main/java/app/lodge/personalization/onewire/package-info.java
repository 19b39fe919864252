/// The 1-Wire bus behind a DS9097U-class serial adapter (DS2480B): finding adapters, speaking to the
/// chip, searching several keys, speeds, checksums (DS2480B data sheet; Book of iButton Standards §5).
/// Begin at {@link OneWireBus}; the chip itself is {@link Ds2480b}.
@NullMarked
package app.lodge.personalization.onewire;

import org.jspecify.annotations.NullMarked;
