/// What is watched, what was found, whom it is told, and what will run out. Open {@code Watch} first.
@NullMarked
package app.lodge.core.watch;

import org.jspecify.annotations.NullMarked;
