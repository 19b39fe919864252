/// What devices ask in real time: may this be paid, may this be opened. Open {@code Authorising} first.
@NullMarked
package app.lodge.bridge.authorising;

import org.jspecify.annotations.NullMarked;
