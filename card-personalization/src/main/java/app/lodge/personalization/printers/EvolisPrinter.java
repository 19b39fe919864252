package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.layouts.FaceFiles;
import app.lodge.personalization.printers.EvolisCalls.Size;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One Evolis printer, reserved. Encode first, then print: the card waits at a station, is printed
/// without being given out, and leaves by `eject` or `reject`.
final class EvolisPrinter implements CardPrinter {

    private static final int OK = 0;
    private static final int TIMED_OUT = -7;
    private static final int REFUSED_SETTING = -27;
    private static final int NO_COMMUNICATION = -60;
    private static final int GARBLED_REPLY = -61;

    /// The header says seconds, the wrappers and the default constant say milliseconds.
    private static final int PRINT_MILLISECONDS = 300_000;

    /// A real print takes longer; a shorter one whose card was not counted is not believed.
    private static final Duration SHORTEST_PRINT = Duration.ofSeconds(4);

    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);

    private final EvolisCalls calls;
    private final EvolisLibrary.Loaded library;
    private final Pointer handle;
    private final String address;
    private boolean traysSet;
    private boolean closed;

    EvolisPrinter(EvolisLibrary.Loaded library, Pointer handle, String address) {
        this.library = library;
        this.calls = library.calls();
        this.handle = handle;
        this.address = address;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true);
    }

    @Override
    public PrinterStatus status() throws DeviceException {
        var words = words();
        var evidence = new LinkedHashMap<String, String>();
        evidence.put("status", words.hex());
        evidence.put("library", library.version());
        var info = new EvolisStructs.Info();
        var serial = "";
        if (calls.evolis_get_info(handle, info) == OK) {
            serial = text(info.serialNumber);
            evidence.put("printer.serial", serial);
            evidence.put("printer.model", text(info.modelName));
        }
        var blocking = words.blocking(address);
        var ribbon = ribbon();
        evidence.put("ribbon", ribbon.type + "/" + ribbon.remaining);
        if (blocking == null && ribbon.remaining <= 0) {
            blocking = new DeviceFault.OutOfRibbon(address);
        }
        var supplies = new Supplies(serial, told(ribbon), cleaning());
        return new PrinterStatus(words.cardInside(), blocking, evidence, supplies);
    }

    private static Supplies.@Nullable Ribbon told(EvolisStructs.Ribbon ribbon) {
        return ribbon.capacity <= 0
                ? null
                : new Supplies.Ribbon(
                        text(ribbon.description), Math.max(0, ribbon.remaining), ribbon.capacity);
    }

    private Supplies.@Nullable Cleaning cleaning() {
        var cleaning = new EvolisStructs.Cleaning();
        return calls.evolis_get_cleaning(handle, cleaning) == OK && cleaning.warningThreshold > 0
                ? new Supplies.Cleaning(cleaning.cardCount, cleaning.warningThreshold)
                : null;
    }

    @Override
    public void feed(Station station) throws DeviceException {
        if (!traysSet) {
            require(calls.evolis_set_input_tray(handle, EvolisCalls.TRAY_FEEDER));
            require(calls.evolis_set_output_tray(handle, EvolisCalls.TRAY_STANDARD));
            require(calls.evolis_set_error_tray(handle, EvolisCalls.TRAY_ERROR));
            traysSet = true;
        }
        require(
                calls.evolis_set_card_pos(
                        handle,
                        switch (station) {
                            case CONTACT -> EvolisCalls.POSITION_CONTACT;
                            case CONTACTLESS -> EvolisCalls.POSITION_CONTACTLESS;
                        }));
    }

    @Override
    public PrintResult print(PrintOrder order) throws DeviceException {
        var evidence = new LinkedHashMap<String, String>();
        var ribbon = ribbon();
        int before = cardsCounted();
        int prepared = prepare(order.faces(), ribbon.type);
        evidence.put("print.prepared", String.valueOf(prepared));
        if (prepared != OK) {
            return new PrintResult.Blocked(fault(prepared), evidence);
        }
        long began = System.nanoTime();
        int code = calls.evolis_print_exect(handle, PRINT_MILLISECONDS);
        var took = Duration.ofNanos(System.nanoTime() - began);
        evidence.put("print.code", String.valueOf(code));
        evidence.put("print.milliseconds", String.valueOf(took.toMillis()));
        try {
            int after = cardsCounted();
            evidence.put("print.counter", before + "→" + after);
            evidence.put("print.ribbon", ribbon.remaining + "→" + ribbon().remaining);
            evidence.put("print.status", words().hex());
            return result(code, took, after != before, evidence);
        } catch (DeviceException e) {
            return new PrintResult.Uncertain(e.fault(), evidence);
        }
    }

    @Override
    public void eject() throws DeviceException {
        require(calls.evolis_eject(handle));
    }

    @Override
    public void reject() throws DeviceException {
        require(calls.evolis_reject(handle));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            calls.evolis_release(handle);
            calls.evolis_close(handle);
        }
    }

    /// "OK" and "mechanical error" have both been seen with the contrary on the card; the counter is
    /// the better witness.
    private PrintResult result(
            int code, Duration took, boolean counted, Map<String, String> evidence)
            throws DeviceException {
        if (code == OK) {
            boolean believable = counted || took.compareTo(SHORTEST_PRINT) >= 0;
            return believable
                    ? new PrintResult.Printed(evidence)
                    : new PrintResult.Uncertain(
                            new DeviceFault.PrinterUnknownOutcome(address, code), evidence);
        }
        boolean refusedBeforehand = code <= -20 && code >= -29 && code != -22 && code != -24;
        if (refusedBeforehand && !counted) {
            return new PrintResult.Blocked(fault(code), evidence);
        }
        return new PrintResult.Uncertain(
                new DeviceFault.PrinterUnknownOutcome(address, code), evidence);
    }

    /// @return the first code that is not OK
    private int prepare(CardFaces faces, int ribbonType) {
        int code = calls.evolis_print_init_with_ribbon(handle, ribbonType);
        if (code != OK) {
            return code;
        }
        if (!allSet(faces)) {
            return REFUSED_SETTING;
        }
        var front = faces.front();
        code = colour(EvolisCalls.FRONT, front.colour());
        code = code == OK ? black(EvolisCalls.FRONT, front.k()) : code;
        code = code == OK ? overlay(EvolisCalls.FRONT, front.overlay()) : code;
        var back = faces.back();
        if (back != null) {
            if (!back.blackOnly()) {
                code = code == OK ? colour(EvolisCalls.BACK, back.colour()) : code;
                code = code == OK ? overlay(EvolisCalls.BACK, back.overlay()) : code;
            }
            code = code == OK ? black(EvolisCalls.BACK, back.k()) : code;
        }
        return code;
    }

    private boolean allSet(CardFaces faces) {
        var back = faces.back();
        boolean colourBack = back != null && !back.blackOnly();
        return set("Resolution", "DPI300")
                && set("GCardPreloading", "OFF")
                && set("Duplex", back == null ? "NONE" : "HORIZONTAL")
                && (back == null || set("GDuplexType", colourBack ? "DUPLEX_CC" : "DUPLEX_CM"))
                && set("FBlackManagement", "BMPBLACK")
                && set("BBlackManagement", "BMPBLACK")
                && set("FOverlayManagement", "BMPVARNISH")
                && set("BOverlayManagement", colourBack ? "BMPVARNISH" : "NOVARNISH")
                && calls.evolis_print_set_auto_eject(handle, (byte) 0) != 0;
    }

    private boolean set(String name, String value) {
        int key = Objects.requireNonNull(library.keys().get(name), name);
        return calls.evolis_print_set_setting(handle, key, value) != 0;
    }

    private int colour(int face, BufferedImage plane) {
        var bmp = FaceFiles.bmp(plane);
        return calls.evolis_print_set_imageb(handle, face, bmp, new Size(bmp.length));
    }

    private int black(int face, BufferedImage plane) {
        var bmp = FaceFiles.bmp(plane);
        return calls.evolis_print_set_blackb(handle, face, bmp, new Size(bmp.length));
    }

    private int overlay(int face, BufferedImage plane) {
        var bmp = FaceFiles.bmp(plane);
        return calls.evolis_print_set_overlayb(handle, face, bmp, new Size(bmp.length));
    }

    private EvolisWords words() throws DeviceException {
        var status = new EvolisStructs.Status();
        int code = calls.evolis_status(handle, status);
        if (code != OK) {
            throw new DeviceException(byCode(code));
        }
        return new EvolisWords(status.information, status.warning, status.error);
    }

    private EvolisStructs.Ribbon ribbon() throws DeviceException {
        var ribbon = new EvolisStructs.Ribbon();
        int code = calls.evolis_get_ribbon(handle, ribbon);
        if (code != OK) {
            throw new DeviceException(fault(code));
        }
        return ribbon;
    }

    private int cardsCounted() throws DeviceException {
        var cleaning = new EvolisStructs.Cleaning();
        int code = calls.evolis_get_cleaning(handle, cleaning);
        if (code != OK) {
            throw new DeviceException(fault(code));
        }
        return cleaning.totalCardCount;
    }

    private void require(int code) throws DeviceException {
        if (code != OK) {
            throw new DeviceException(fault(code));
        }
    }

    /// What the status words say, or else the code alone.
    private DeviceFault fault(int code) throws DeviceException {
        if (code == NO_COMMUNICATION || code == GARBLED_REPLY || code == TIMED_OUT) {
            return byCode(code);
        }
        var blocking = words().blocking(address);
        return blocking == null ? byCode(code) : blocking;
    }

    private DeviceFault byCode(int code) {
        return switch (code) {
            case NO_COMMUNICATION, GARBLED_REPLY, TIMED_OUT ->
                    new DeviceFault.NoAnswer(address, ANSWER_TIME);
            default -> new DeviceFault.PrinterRefused(address, code);
        };
    }

    private static String text(byte[] characters) {
        return Native.toString(characters, StandardCharsets.UTF_8.name());
    }
}
