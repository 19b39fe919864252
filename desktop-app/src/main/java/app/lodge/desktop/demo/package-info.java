/// The whole of Lodge on a made-up site, step by step, with the bridge and the devices as processes of
/// their own. Open {@code Demo} first.
@NullMarked
package app.lodge.desktop.demo;

import org.jspecify.annotations.NullMarked;
