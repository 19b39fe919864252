/// Versions of the site's card keys: which one new cards get, how many cards still have an earlier
/// one, and going on to the next (CHAIN-07). Open {@code KeyVersions} first.
@NullMarked
package app.lodge.core.keyversions;

import org.jspecify.annotations.NullMarked;
