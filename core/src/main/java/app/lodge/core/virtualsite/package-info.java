/// Devices without hardware, to train and to rehearse with. Open {@code VirtualSite} first.
@NullMarked
package app.lodge.core.virtualsite;

import org.jspecify.annotations.NullMarked;
