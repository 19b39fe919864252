/// The cash of kiosks and phones on the screen: what lies in them, and the counts of what left them (ID-30,
/// ID-31, ID-32). Open {@code KiosksPane} first.
@NullMarked
package app.lodge.desktop.kiosks;

import org.jspecify.annotations.NullMarked;
