/// Accounts on paper and as data: the statement and the receipt. Open {@code AccountStatement} first.
@NullMarked
package app.lodge.reports.accounts;

import org.jspecify.annotations.NullMarked;
