/// The append-only, hash-chained journal. Open {@code Journal} first.
@NullMarked
package app.lodge.core.journal;

import org.jspecify.annotations.NullMarked;
