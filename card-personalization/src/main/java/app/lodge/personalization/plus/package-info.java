/// MIFARE Plus S, X and EV1: personalised with AES keys from security level 0 to 3, then read and
/// written with MACs and enciphered (MF1PLUSx0y1 §8 and §10, MF1P(H)x1). Begin at {@link PlusCard}.
@NullMarked
package app.lodge.personalization.plus;

import org.jspecify.annotations.NullMarked;
