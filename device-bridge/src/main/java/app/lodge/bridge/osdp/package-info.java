/// Door readers over OSDP v2 (IEC 60839-11-5): frames, the secure channel, and a control panel that
/// polls the readers of one RS-485 line or TCP connection. Knows bytes and readers, nothing of people.
/// Open {@code ControlPanel} first, then {@code ReaderSession}; {@code Packet} is the frame.
@NullMarked
package app.lodge.bridge.osdp;

import org.jspecify.annotations.NullMarked;
