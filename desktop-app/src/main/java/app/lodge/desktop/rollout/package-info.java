/// What goes out to devices: settings, packages, roll-outs, and the templates that devices follow
/// (SAFE-49 to SAFE-56). Open {@code RolloutView} first.
@NullMarked
package app.lodge.desktop.rollout;

import org.jspecify.annotations.NullMarked;
