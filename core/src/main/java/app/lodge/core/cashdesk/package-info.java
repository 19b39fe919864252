/// Cash desks: shifts with counted floats, what moves in them, and how they are closed (ID-34). Open
/// {@code CashDesks} first.
@NullMarked
package app.lodge.core.cashdesk;

import org.jspecify.annotations.NullMarked;
