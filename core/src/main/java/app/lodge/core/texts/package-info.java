/// Every text that a person sees, in the languages of the bundles. Open {@code Texts} first.
@NullMarked
package app.lodge.core.texts;

import org.jspecify.annotations.NullMarked;
