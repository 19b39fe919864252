/// Runs encoding plans on media: one interpreter per chip family behind one interface, and the dry run
/// on a virtual card. Open {@code MediumEncoder} first.
@NullMarked
package app.lodge.personalization.encoding;

import org.jspecify.annotations.NullMarked;
