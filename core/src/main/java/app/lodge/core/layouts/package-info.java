/// The site's card layouts as documents: drafts, published revisions that never change, and which group's cards look
/// like which (ID-13, ID-46). What is drawn with them is not core's business. Open {@code CardLayouts} first.
@NullMarked
package app.lodge.core.layouts;

import org.jspecify.annotations.NullMarked;
