/// The stock of blanks: what lies where, orders with their stages, deliveries with their share of bad cards,
/// stock-takes and the preparing run (CHAIN-06, CHAIN-47…52). Open `StockView` first.
@NullMarked
package app.lodge.desktop.stock;

import org.jspecify.annotations.NullMarked;
