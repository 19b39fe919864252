/// Handwritten signatures for cards: from a file, or from what a pen or mouse drew (ID-46). Open
/// {@link app.lodge.personalization.signatures.SignaturePicture} first.
@NullMarked
package app.lodge.personalization.signatures;

import org.jspecify.annotations.NullMarked;
