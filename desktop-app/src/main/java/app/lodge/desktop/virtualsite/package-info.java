/// The control panel of devices without hardware: what somebody who stands before them would do, and a
/// crowd that does it a thousand times. Open {@code VirtualPane} first.
@NullMarked
package app.lodge.desktop.virtualsite;

import org.jspecify.annotations.NullMarked;
