/// Cash that no clerk keeps: kiosks that take notes and coins and hand them out, and phones that a shop takes
/// payments with (ID-30, ID-31, ID-32). Open {@code Kiosks} for what staff does, {@code KioskTraffic} for
/// what the devices do.
@NullMarked
package app.lodge.core.kiosks;

import org.jspecify.annotations.NullMarked;
