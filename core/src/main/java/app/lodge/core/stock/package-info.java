/// Blanks from the order to the shredder: ordered, received, prepared, issued, spoiled, lost, returned,
/// destroyed, each counted by place, so that the sum always agrees (CHAIN-05, 06, 47…52). Open
/// {@link app.lodge.core.stock.Stock} first; {@link app.lodge.core.stock.StockBook} is the one place where a
/// count changes.
@NullMarked
package app.lodge.core.stock;

import org.jspecify.annotations.NullMarked;
