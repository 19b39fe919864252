/// The command line: the same client as the desktop, without a screen. A command reads its words,
/// asks a door, and gives an {@code Answer}; one place prints it for people or as JSON and makes the
/// exit status of it. Open {@code Commands} first.
@NullMarked
package app.lodge.desktop.commandline;

import org.jspecify.annotations.NullMarked;
