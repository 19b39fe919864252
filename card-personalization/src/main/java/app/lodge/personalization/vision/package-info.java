/// The library that sees: loaded when it is first needed, missing in plain words. Open
/// {@code OpenCv} first.
@NullMarked
package app.lodge.personalization.vision;

import org.jspecify.annotations.NullMarked;
