/// The wiring of the bridge, the service that owns a site's books and runs its field network. Open {@code Bridge} first.
@NullMarked
package app.lodge.bridge;

import org.jspecify.annotations.NullMarked;
