/// Readers that type the number of a card like a keyboard. Open {@link app.lodge.desktop.shell.wedge.WedgeKeys}
/// first: it tells them from people.
@NullMarked
package app.lodge.desktop.shell.wedge;

import org.jspecify.annotations.NullMarked;
