/// Top-ups from outside the counter on the screen: orders, the rule of each source, mandates. Open
/// `OrdersViewModel` first.
@NullMarked
package app.lodge.desktop.topups;

import org.jspecify.annotations.NullMarked;
