/// The purse on a card: its application, and every change of it in one commit (`docs/purse-card.md`).
/// Begin at {@link DesfirePurse}; {@link ClassicPurse} is the honest best on a weak chip.
@NullMarked
package app.lodge.personalization.purse;

import org.jspecify.annotations.NullMarked;
