/// Files for the bank on the screen: collections, payouts, returns, the site's bank details. Open
/// `BankFilesViewModel` first.
@NullMarked
package app.lodge.desktop.bankfiles;

import org.jspecify.annotations.NullMarked;
