/// Stored-value accounts, double-entry postings, payments with holds. Open {@code Accounts} first.
@NullMarked
package app.lodge.core.accounts;

import org.jspecify.annotations.NullMarked;
