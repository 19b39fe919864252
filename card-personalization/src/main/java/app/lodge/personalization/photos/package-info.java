/// Photographs of people on their way into the books: a whole folder matched by names, cropped as a
/// proposal, with remarks on their quality (ID-11). Open {@code PhotoFolder} first.
@NullMarked
package app.lodge.personalization.photos;

import org.jspecify.annotations.NullMarked;
