/// Card readers and DESFire cards: found, encoded by a plan, read back in a fresh session. Open
/// {@code DesfireEncoder} first.
@NullMarked
package app.lodge.personalization.cards;

import org.jspecify.annotations.NullMarked;
