/// The books for administrators: months that close, accounts that sleep, limits of groups, tariff and
/// rules about money. Open `BookkeepingView` first.
@NullMarked
package app.lodge.desktop.bookkeeping;

import org.jspecify.annotations.NullMarked;
