/// What a card layout says: sides, elements, expressions; read from versioned JSON and checked. No
/// drawing here. Open {@code Layout} first, then {@code LayoutReader}.
@NullMarked
package app.lodge.personalization.layouts.model;

import org.jspecify.annotations.NullMarked;
