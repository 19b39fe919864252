/// Doors whose readers the bridge speaks to: a tap becomes an answer, an opened strike and an event in the
/// books, exactly once. Open {@code DoorService} first, then {@code Door}.
@NullMarked
package app.lodge.bridge.doors;

import org.jspecify.annotations.NullMarked;
