/// The card designer: the shelf of layouts, and the drawing board on which one is changed, drawn by the renderer that
/// prints (ID-46). Open {@code LayoutsView} first, then {@code BoardViewModel}.
@NullMarked
package app.lodge.desktop.designer;

import org.jspecify.annotations.NullMarked;
