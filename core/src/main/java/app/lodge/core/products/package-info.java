/// What payment points sell and for how much (ID-62). Open {@code Prices} first;
/// which price holds is said by {@code PriceRule} alone, in the books and at the till.
@NullMarked
package app.lodge.core.products;

import org.jspecify.annotations.NullMarked;
