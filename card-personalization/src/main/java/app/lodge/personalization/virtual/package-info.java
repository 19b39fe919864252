/// Virtual cards that speak the real card's language, and the ways to lay them on a reader: in this
/// process, or through pcscd's virtual reader. Open {@code VirtualDesfire} first.
@NullMarked
package app.lodge.personalization.virtual;

import org.jspecify.annotations.NullMarked;
