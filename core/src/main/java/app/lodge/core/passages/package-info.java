/// Doors that people walk through: who passed, opening one from the desk, and the keys of their readers.
/// Open {@code Passages} first; {@code DoorBooks} is the bridge's side.
@NullMarked
package app.lodge.core.passages;

import org.jspecify.annotations.NullMarked;
