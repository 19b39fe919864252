/// Groups of people, which carry limits, cost centres and rights. Open {@code Groups} first.
@NullMarked
package app.lodge.core.groups;

import org.jspecify.annotations.NullMarked;
