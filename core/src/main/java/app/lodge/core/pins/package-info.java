/// PINs of holders for locker terminals: set at the desk, kept as salted digests, brought to those cabinets that ask
/// for them as a list. Open {@code HolderPins} first.
@NullMarked
package app.lodge.core.pins;

import org.jspecify.annotations.NullMarked;
