/// Desktops that die in the middle of a card: on the real books, through the real bridge, as a process
/// of their own. Open {@code DeskKilledInACardJobTest} first.
package app.lodge.desktop.killed;
