/// Cameras that stand at the desk, and files in their place (ID-11). Open {@code Cameras} first.
@NullMarked
package app.lodge.personalization.cameras;

import org.jspecify.annotations.NullMarked;
