/// Self-service portals on the field network: what holders ask there becomes requests of
/// `core.selfservice` (ID-22 to ID-26). Open {@code HolderMessages} first.
@NullMarked
package app.lodge.bridge.portal;

import org.jspecify.annotations.NullMarked;
