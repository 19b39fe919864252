/// Whether a chip was made by who its version says: the maker's signature over its number (AN11341,
/// AN11350, AN12196 §7.2). Begin at {@link MakersKeys}.
@NullMarked
package app.lodge.personalization.originality;

import org.jspecify.annotations.NullMarked;
