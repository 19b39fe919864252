/// The journal on screen: filtered pages, and the proof that nothing was changed (ID-50). Open
/// `JournalView` first.
@NullMarked
package app.lodge.desktop.journal;

import org.jspecify.annotations.NullMarked;
