/// What people may do at doors, devices, rooms, software and data: rules for people and groups, in
/// time, and what follows from them at any moment. Open {@code Rights} first, then {@code Ruling}.
@NullMarked
package app.lodge.core.rights;

import org.jspecify.annotations.NullMarked;
