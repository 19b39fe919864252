/// What there is to say about purses on cards, for the card desk and the command line. Begin at
/// {@link PurseWords}.
@NullMarked
package app.lodge.desktop.purses;

import org.jspecify.annotations.NullMarked;
