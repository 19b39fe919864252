/// Doors, near and far: records as JSON, and every door interface called over one TLS connection. The
/// only package that reflects. Open {@code RemoteDoors} and {@code DoorServer} first.
@NullMarked
package app.lodge.core.doors;

import org.jspecify.annotations.NullMarked;
