/// "What is this card?": any medium on any reader named, with what stands on it and how far it can be
/// trusted (AN10833). Begin at {@link Recogniser}.
@NullMarked
package app.lodge.personalization.recognition;

import org.jspecify.annotations.NullMarked;
