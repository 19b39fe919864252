/// The strip that says whether the books agree, on the start page and over the journal. Open
/// `ConservationStrip` first.
@NullMarked
package app.lodge.desktop.conservation;

import org.jspecify.annotations.NullMarked;
