package app.lodge.personalization.virtual.onewire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A wire with buttons on it and with what goes wrong on such wires: a key pulled after any byte, a
/// short, noise. Buttons may be laid on and taken off while somebody talks.
public final class VirtualBus {

    private static final int BYTE_SLOTS = 8;

    private final List<VirtualButton> buttons = new CopyOnWriteArrayList<>();
    private boolean shorted;
    private boolean strong;
    private int slotsToPull = -1;
    private int tornBytes;
    private int slotsToNoise = -1;
    private long slots;

    public synchronized VirtualBus lay(VirtualButton button) {
        button.mended();
        buttons.add(button);
        return this;
    }

    public synchronized void take(VirtualButton button) {
        buttons.remove(button);
    }

    public List<VirtualButton> buttons() {
        return List.copyOf(buttons);
    }

    /// The contacts touch, or not any more.
    public synchronized void shorted(boolean touching) {
        shorted = touching;
    }

    /// The bus feeds EEPROM without being asked, by a low resistance. owserver 3.2 relies on it: it waits
    /// after a copy and asks for no pull-up.
    public synchronized void strong() {
        strong = true;
    }

    /// Takes every key off right after so many more bytes.
    ///
    /// @param copied bytes that a copy gets done if that is the moment when one begins
    public synchronized void pullAfter(int bytes, int copied) {
        slotsToPull = bytes * BYTE_SLOTS;
        tornBytes = copied;
        if (bytes == 0) {
            pull();
        }
    }

    /// Turns one bit round that the adapter hears, after so many more bytes.
    public synchronized void noiseAfter(int bytes) {
        slotsToNoise = bytes * BYTE_SLOTS;
    }

    /// Bytes that went over the wire, eight slots each.
    public synchronized long bytes() {
        return slots / BYTE_SLOTS;
    }

    /// @return whether somebody answered
    synchronized boolean reset(boolean fast) {
        boolean present = false;
        for (var button : buttons) {
            present |= button.reset(fast);
        }
        return present;
    }

    synchronized boolean shorted() {
        return shorted;
    }

    /// @return what the bus is in this slot
    synchronized boolean slot(boolean master, boolean fast) {
        slots++;
        boolean last = slotsToPull == 1;
        boolean level = master && !shorted;
        for (var button : buttons) {
            if (last) {
                button.tear(tornBytes);
            }
            level &= button.slot(master && !shorted, fast);
        }
        if (strong) {
            feed();
        }
        if (slotsToPull > 0) {
            slotsToPull--;
            if (slotsToPull == 0) {
                pull();
            }
        }
        if (slotsToNoise >= 0 && slotsToNoise-- == 0) {
            return !level;
        }
        return level;
    }

    private void pull() {
        slotsToPull = -1;
        var gone = new ArrayList<>(buttons);
        buttons.clear();
        gone.forEach(VirtualButton::mended);
    }

    /// Strong pull-up.
    synchronized void feed() {
        buttons.forEach(VirtualButton::fed);
    }
}
