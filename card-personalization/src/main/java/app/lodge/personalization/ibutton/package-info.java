/// iButtons: what each family can hold, its memory read and written with proof, the TMEX file
/// structure, Lodge's own file on a contact key, and the DS1996 as a station's logger (KEY-22,
/// KEY-25). Begin at {@link ButtonMemory}; the file is {@link KeyFile}.
@NullMarked
package app.lodge.personalization.ibutton;

import org.jspecify.annotations.NullMarked;
