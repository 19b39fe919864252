/// One search over people, cards, accounts and devices. Open {@code Search} first.
@NullMarked
package app.lodge.core.search;

import org.jspecify.annotations.NullMarked;
