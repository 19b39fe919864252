/// The purse on a card: its application, and every change of it in one commit (`docs/purse-card.md`).
/// Begin at {@link DesfirePurse}; the counter's whole visit is {@link PurseDesk}.
@NullMarked
package app.lodge.personalization.purse;

import org.jspecify.annotations.NullMarked;
