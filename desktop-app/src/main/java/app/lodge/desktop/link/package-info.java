/// The way from this process to a site's bridge: finding it, starting the bundled one when none
/// answers, signing in. Open {@code BundledBridge} first.
@NullMarked
package app.lodge.desktop.link;

import org.jspecify.annotations.NullMarked;
