/// Desired and reported configuration of field devices, their lists and what they did; no protocol. Open {@code Devices} first.
@NullMarked
package app.lodge.core.devices;

import org.jspecify.annotations.NullMarked;
