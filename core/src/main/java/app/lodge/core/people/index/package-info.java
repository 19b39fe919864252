/// Finding people in memory: what the books hold enciphered cannot be searched there, so the names and
/// numbers lie here, folded and in order. Open {@code PeopleIndex} first.
@NullMarked
package app.lodge.core.people.index;

import org.jspecify.annotations.NullMarked;
