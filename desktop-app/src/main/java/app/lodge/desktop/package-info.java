/// Where Lodge starts. Open {@code Lodge} first.
@NullMarked
package app.lodge.desktop;

import org.jspecify.annotations.NullMarked;
