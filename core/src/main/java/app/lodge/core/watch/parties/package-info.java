/// Who is told of a device besides the site's own people, and what each may read of it. Open {@code Parties}
/// first; {@code PartyWords} composes what leaves.
@NullMarked
package app.lodge.core.watch.parties;

import org.jspecify.annotations.NullMarked;
