/// The cash desk of this workstation: its shift, what moves in it, and its counts. Open
/// {@code CashDeskView} first.
@NullMarked
package app.lodge.desktop.cashdesk;

import org.jspecify.annotations.NullMarked;
