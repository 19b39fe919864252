/// Reports about cash desks. Open {@code CashClosing} first.
@NullMarked
package app.lodge.reports.cashdesk;

import org.jspecify.annotations.NullMarked;
