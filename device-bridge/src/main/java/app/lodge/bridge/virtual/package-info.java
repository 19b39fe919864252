/// Devices without hardware that speak only the field protocol. Open {@code VirtualDevices} first.
@NullMarked
package app.lodge.bridge.virtual;

import org.jspecify.annotations.NullMarked;
