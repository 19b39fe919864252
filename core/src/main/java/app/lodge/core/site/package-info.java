/// A site: its home folder and the wiring of core, top to bottom. Open {@code Site} first.
@NullMarked
package app.lodge.core.site;

import org.jspecify.annotations.NullMarked;
