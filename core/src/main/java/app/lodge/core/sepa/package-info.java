/// Files for banks in the Single Euro Payments Area: collections by direct debit (pain.008.001.08, SEPA
/// Core) and payouts by credit transfer (pain.001.001.09), ISO 20022 as the EPC's guidelines narrow it.
/// Knows nothing of the books. Open {@code CollectionFile} first.
@NullMarked
package app.lodge.core.sepa;

import org.jspecify.annotations.NullMarked;
