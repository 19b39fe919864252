/// Where an administrator keeps cost centres, groups, top-ups from outside and files for the bank. Open
/// `FinanceView` first.
@NullMarked
package app.lodge.desktop.finance;

import org.jspecify.annotations.NullMarked;
