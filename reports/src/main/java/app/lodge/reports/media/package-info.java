/// Issued cards and other media, on paper and as data. Open {@code IssuedCards} first.
@NullMarked
package app.lodge.reports.media;

import org.jspecify.annotations.NullMarked;
