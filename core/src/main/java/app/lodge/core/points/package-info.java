/// What sort of payment point there is: a list that the site extends, and which of it each point is (ID-14).
/// Open {@link app.lodge.core.points.PointTypes} first.
@NullMarked
package app.lodge.core.points;

import org.jspecify.annotations.NullMarked;
