/// Card printers: one port, and its drivers for Evolis printers, queues of the operating system and
/// files, chosen by the scheme of the printer's address (ID-45). Open {@code CardPrinter} first,
/// then {@code Printers}.
@NullMarked
package app.lodge.personalization.printers;

import org.jspecify.annotations.NullMarked;
