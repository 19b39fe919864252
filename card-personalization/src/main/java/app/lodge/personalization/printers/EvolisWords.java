package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceFault;
import org.jspecify.annotations.Nullable;

/// The printer's status words: bit masks that stayed the same over all releases, the best evidence
/// of where a card is.
record EvolisWords(int information, int warning, int error) {

    /// Flip, contactless, contact, print and eject station. The feeder's and the hopper's bits say
    /// nothing about the path between them.
    private static final int CARD_INSIDE = 0x1F000000;

    private static final int WARN_COVER = 0x00020100;
    private static final int WARN_RIBBON = 0x00098000;
    private static final int WARN_FEEDER_EMPTY = 0x01000000;
    private static final int WARN_OTHER = 0x8E300000 | 0x00040000;

    private static final int ERROR_COVER = 0x02000000;
    private static final int ERROR_RIBBON = 0x04600000;
    private static final int ERROR_JAM = 0x09000000;

    boolean cardInside() {
        return (information & CARD_INSIDE) != 0;
    }

    /// Why the printer cannot go on; null if it can.
    @Nullable DeviceFault blocking(String printer) {
        if ((error & ERROR_JAM) != 0) {
            return new DeviceFault.PrinterJam(printer);
        }
        if ((error & ERROR_COVER) != 0 || (warning & WARN_COVER) != 0) {
            return new DeviceFault.CoverOpen(printer);
        }
        if ((error & ERROR_RIBBON) != 0 || (warning & WARN_RIBBON) != 0) {
            return new DeviceFault.OutOfRibbon(printer);
        }
        if ((warning & WARN_FEEDER_EMPTY) != 0) {
            return new DeviceFault.FeederEmpty(printer);
        }
        if (error != 0) {
            return new DeviceFault.PrinterRefused(printer, error);
        }
        if ((warning & WARN_OTHER) != 0) {
            return new DeviceFault.PrinterRefused(printer, warning);
        }
        return null;
    }

    String hex() {
        return "%08X/%08X/%08X".formatted(information, warning, error);
    }
}
