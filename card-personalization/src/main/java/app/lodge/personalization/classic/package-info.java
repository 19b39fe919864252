/// MIFARE Classic: access conditions, sector trailers, value blocks, the application directory, and
/// the talk with a card through PC/SC part 3 (MF1S50yyX_V1, AN10787). Crypto1 is broken, so nothing
/// rests on such a card alone. Begin at {@link ClassicCard}.
@NullMarked
package app.lodge.personalization.classic;

import org.jspecify.annotations.NullMarked;
