/// MIFARE Ultralight and NTAG21x: pages of four bytes, what can never be undone, and what each type is
/// called (MF0ICU1, MF0ICU2, MF0ULX1, NTAG213_215_216). Begin at {@link UltralightType}.
@NullMarked
package app.lodge.personalization.ultralight;

import org.jspecify.annotations.NullMarked;
