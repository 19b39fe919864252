/// The whole field on one screen: every device, what asks for somebody, what will run out. Open
/// {@code WatchView} first.
@NullMarked
package app.lodge.desktop.watch;

import org.jspecify.annotations.NullMarked;
