/// Batches of cards (ID-48): an ordered list of people whose cards are made one after the other, by as many printers as
/// work on it. Open {@code CardBatches} first; what happens at the printer is `personalization.issuing.BatchRun`.
@NullMarked
package app.lodge.core.batches;

import org.jspecify.annotations.NullMarked;
