/// What payment points sell and for how much, with every price's reason. Open {@code ProductsViewModel}
/// first.
@NullMarked
package app.lodge.desktop.products;

import org.jspecify.annotations.NullMarked;
