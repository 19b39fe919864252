/// Faces in photographs: where they are, and the frame that a passport's proportions ask for (ID-11).
/// Whose face it is is never asked. Open {@code Faces} first.
@NullMarked
package app.lodge.personalization.faces;

import org.jspecify.annotations.NullMarked;
