/// The desktop's frame: window, navigation, sign-in of work into the background, dialogs, forms,
/// notices, search and the connection to the bridge. Features hand in `Screen`s and know nothing of
/// each other. Open `ShellView` first for what is seen, `Session` for what a screen is given.
@NullMarked
package app.lodge.desktop.shell;

import org.jspecify.annotations.NullMarked;
