package app.lodge.core.devices;

import java.time.Duration;

/// What went wrong at a card, reader or printer, as the clerk needs to know it. Vendor codes end in
/// the driver; where one must be shown it is a number in the case. The sentence for each case stands
/// in the texts under `fault.`, its arguments are the components in their order.
public sealed interface DeviceFault {

    /// No such reader is plugged in, or the card service is not running.
    record NoReader(String reader) implements DeviceFault {}

    /// No card came within the time.
    record NoCard(String reader, Duration waited) implements DeviceFault {}

    /// A card lies there before the printer brings its own, so nobody could tell the two apart.
    record ReaderTaken(String reader) implements DeviceFault {}

    /// The card left the reader, or was reset, in the middle of the work.
    record CardRemoved(String reader) implements DeviceFault {}

    /// A chip that Lodge does not know or does not encode.
    ///
    /// @param what what the chip says it is
    record UnknownCard(String what) implements DeviceFault {}

    /// None of the keys that may be on the card opens it.
    ///
    /// @param keyNumber the card's key slot, 0 to 13
    /// @param version version byte that the card shows for the slot, 0 to 255
    record KeyRefused(int keyNumber, int version) implements DeviceFault {}

    /// The card answered a command with an error.
    ///
    /// @param command the command's name, `CreateApplication`
    /// @param status the card's status byte, 0 to 255, or both status bytes when it did not speak
    ///     native commands
    record CardRefused(String command, int status) implements DeviceFault {}

    /// The card's answer was not made with the session's keys.
    record AnswerForged(String command) implements DeviceFault {}

    /// The chip belongs to another live medium.
    record UidTaken(String uid, String medium) implements DeviceFault {}

    /// The blank was written off, or is none of this desk's stock (CHAIN-05).
    record NotInStock(String uid) implements DeviceFault {}

    /// What was read back is not what was written.
    record VerifyMismatch(String field) implements DeviceFault {}

    /// The contacts of a key adapter touch each other, or a key lies across them.
    record ShortCircuit(String adapter) implements DeviceFault {}

    /// Several keys where only one can be meant.
    record SeveralKeys(String adapter, int keys) implements DeviceFault {}

    record NoPrinter(String printer) implements DeviceFault {}

    record OutOfRibbon(String printer) implements DeviceFault {}

    record CoverOpen(String printer) implements DeviceFault {}

    record FeederEmpty(String printer) implements DeviceFault {}

    record PrinterJam(String printer) implements DeviceFault {}

    record PrinterRefused(String printer, int code) implements DeviceFault {}

    /// The printer does not say whether the card was printed.
    record PrinterUnknownOutcome(String printer, int code) implements DeviceFault {}

    /// It prints nothing until somebody has been at it.
    ///
    /// @param reason in the printer's own keywords
    record PrinterStopped(String printer, String reason) implements DeviceFault {}

    /// Somebody cancelled the job at the printer or in its queue.
    record PrintCancelled(String printer) implements DeviceFault {}

    /// The printer gave the job up by itself.
    record PrintAborted(String printer) implements DeviceFault {}

    /// The maker's library is missing, or is not what its name says.
    ///
    /// @param library path, or the name that was looked for
    record PrinterLibraryUnusable(String library) implements DeviceFault {}

    /// @param oldest the oldest release that will do
    record PrinterLibraryTooOld(String version, int oldest) implements DeviceFault {}

    /// No such camera is plugged in, or it sends nothing any more.
    record NoCamera(String camera) implements DeviceFault {}

    /// Another program has it, or it does not open for a reason that the system keeps to itself.
    record CameraBusy(String camera) implements DeviceFault {}

    /// The system does not let this user at it.
    record CameraForbidden(String camera) implements DeviceFault {}

    /// What reads cameras cannot be loaded on this computer.
    record CameraLibraryUnusable(String library) implements DeviceFault {}

    record NoAnswer(String device, Duration waited) implements DeviceFault {}
}
