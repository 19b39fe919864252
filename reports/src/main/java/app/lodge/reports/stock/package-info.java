/// The stock of blanks, and the share of bad cards, on paper and as data. Open {@code StockList} first.
@NullMarked
package app.lodge.reports.stock;

import org.jspecify.annotations.NullMarked;
