/// Accounts at the desk: balance, movements, counter top-up with receipt, block (ID-20, ID-21,
/// ID-34, ID-41). Open `AccountsView` first.
@NullMarked
package app.lodge.desktop.accounts;

import org.jspecify.annotations.NullMarked;
