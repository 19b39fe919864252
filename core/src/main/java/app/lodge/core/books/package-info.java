/// The site's database: one write lane, reads beside it, and the words every door shares. Open {@code Books} first.
@NullMarked
package app.lodge.core.books;

import org.jspecify.annotations.NullMarked;
