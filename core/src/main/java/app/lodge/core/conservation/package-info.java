/// What must always sum up, watched while the site runs: liabilities, balances, postings, holds, journal.
/// Open {@code Conservation} first.
@NullMarked
package app.lodge.core.conservation;

import org.jspecify.annotations.NullMarked;
