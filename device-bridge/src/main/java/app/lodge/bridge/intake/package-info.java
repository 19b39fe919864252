/// What devices did: into the books exactly once, then acknowledged. Open {@code Intake} first.
@NullMarked
package app.lodge.bridge.intake;

import org.jspecify.annotations.NullMarked;
