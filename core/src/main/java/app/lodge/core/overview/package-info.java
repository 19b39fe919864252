/// The start page's figures, gathered from the other doors. Open {@code Overview} first.
@NullMarked
package app.lodge.core.overview;

import org.jspecify.annotations.NullMarked;
