/// How a device gets its certificate: once, with a code, over TLS. Open {@code JoinServer} first.
@NullMarked
package app.lodge.bridge.joining;

import org.jspecify.annotations.NullMarked;
