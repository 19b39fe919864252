/// Amounts of money. Open {@code Money} first.
@NullMarked
package app.lodge.core.money;

import org.jspecify.annotations.NullMarked;
