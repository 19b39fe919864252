/// Readers that know no cards but only their numbers, and say them over a serial line. Open
/// {@link app.lodge.personalization.numbers.NumberReader} first.
@NullMarked
package app.lodge.personalization.numbers;

import org.jspecify.annotations.NullMarked;
