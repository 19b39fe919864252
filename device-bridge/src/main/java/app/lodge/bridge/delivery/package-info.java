/// What devices must hold: desired configuration and lists, pushed and confirmed. Open {@code Delivery} first.
@NullMarked
package app.lodge.bridge.delivery;

import org.jspecify.annotations.NullMarked;
