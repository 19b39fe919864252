package app.lodge.desktop.shell;

import app.lodge.core.devices.DeviceFault;
import app.lodge.core.texts.Texts;

/// Says what went wrong at a device.
public final class FaultWords {

    private FaultWords() {}

    public static String of(Texts texts, DeviceFault fault) {
        return Wording.of(texts, message(fault));
    }

    public static Message message(DeviceFault fault) {
        return Message.of("fault." + Texts.kebab(fault), arguments(fault));
    }

    private static Object[] arguments(DeviceFault fault) {
        return switch (fault) {
            case DeviceFault.NoReader(var reader) -> with(reader);
            case DeviceFault.NoCard(var reader, var waited) -> with(reader, waited.toSeconds());
            case DeviceFault.ReaderTaken(var reader) -> with(reader);
            case DeviceFault.CardRemoved(var reader) -> with(reader);
            case DeviceFault.UnknownCard(var what) -> with(what);
            case DeviceFault.KeyRefused(var number, var version) -> with(number, version);
            case DeviceFault.CardRefused(var command, var status) ->
                    with(command, "%02X".formatted(status));
            case DeviceFault.AnswerForged(var command) -> with(command);
            case DeviceFault.UidTaken(var uid, var medium) -> with(uid, medium);
            case DeviceFault.NotInStock(var uid) -> with(uid);
            case DeviceFault.VerifyMismatch(var field) -> with(field);
            case DeviceFault.ShortCircuit(var adapter) -> with(adapter);
            case DeviceFault.SeveralKeys(var adapter, int keys) -> with(adapter, keys);
            case DeviceFault.NoPrinter(var printer) -> with(printer);
            case DeviceFault.OutOfRibbon(var printer) -> with(printer);
            case DeviceFault.CoverOpen(var printer) -> with(printer);
            case DeviceFault.FeederEmpty(var printer) -> with(printer);
            case DeviceFault.PrinterJam(var printer) -> with(printer);
            case DeviceFault.PrinterRefused(var printer, var code) -> with(printer, code);
            case DeviceFault.PrinterUnknownOutcome(var printer, var code) -> with(printer, code);
            case DeviceFault.PrinterStopped(var printer, var reason) -> with(printer, reason);
            case DeviceFault.PrintCancelled(var printer) -> with(printer);
            case DeviceFault.PrintAborted(var printer) -> with(printer);
            case DeviceFault.PrinterLibraryUnusable(var library) -> with(library);
            case DeviceFault.PrinterLibraryTooOld(var version, int oldest) -> with(version, oldest);
            case DeviceFault.NoCamera(var camera) -> with(camera);
            case DeviceFault.CameraBusy(var camera) -> with(camera);
            case DeviceFault.CameraForbidden(var camera) -> with(camera);
            case DeviceFault.CameraLibraryUnusable(var library) -> with(library);
            case DeviceFault.NoAnswer(var device, var waited) -> with(device, waited.toSeconds());
        };
    }

    private static Object[] with(Object... arguments) {
        return arguments;
    }
}
