/// What is plugged in at this workstation, wired: card readers, card printers, and the making of cards
/// with them. Open {@code CardMachines} first.
@NullMarked
package app.lodge.desktop.workstation;

import org.jspecify.annotations.NullMarked;
