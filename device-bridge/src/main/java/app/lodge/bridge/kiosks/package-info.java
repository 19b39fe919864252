/// Cash of kiosks and phones, between the field network and the books (ID-30, ID-31, ID-32). Open
/// {@code KioskCash} first.
@NullMarked
package app.lodge.bridge.kiosks;

import org.jspecify.annotations.NullMarked;
