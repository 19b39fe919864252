/// What the books know of a contact key: its number, its holders and its stations. Begin at
/// {@link KeyFileViewModel}.
@NullMarked
package app.lodge.desktop.contactkeys;

import org.jspecify.annotations.NullMarked;
