/// The site's settings and its overview. Open {@code Settings} first.
@NullMarked
package app.lodge.core.settings;

import org.jspecify.annotations.NullMarked;
