package app.lodge.desktop.carddesk;

import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.Medium;
import app.lodge.core.people.PersonId;
import app.lodge.core.work.Progress;
import java.util.List;

/// The card readers and printers at this workstation, and what is done with them. Every method waits
/// for a device or the bridge: call it in the background.
public interface CardStation {

    /// Readers that are plugged in now; the in-process one is always there.
    List<Machine> readers();

    List<Machine> printers();

    /// Both sides of the card that the person would get now, as PNG.
    Faces preview(PersonId person);

    /// Encodes, reads back, prints and activates one card.
    ///
    /// @param reader and `printer`: addresses from `readers` and `printers`
    IssueResult issue(PersonId person, String reader, String printer, Progress<IssueStep> progress);

    /// @param address as stored with card jobs
    /// @param name what people call it
    record Machine(String address, String name) {}

    record Faces(byte[] front, byte[] back) {}

    enum IssueStep {
        ORDER,
        WAIT_FOR_CARD,
        ENCODE,
        READ_BACK,
        PRINT,
        ACTIVATE
    }

    /// What became of the card.
    sealed interface IssueResult {

        record Issued(Medium medium) implements IssueResult {}

        /// The blank is counted as spoiled; the clerk may try again.
        record Spoiled(DeviceFault fault) implements IssueResult {}

        /// Nothing happened to any card; the clerk may try again.
        record NotBegun(DeviceFault fault) implements IssueResult {}

        /// Only a look at the printer settles it.
        record Unknown(CardJob job) implements IssueResult {}

        record AlreadyUnderWay(CardJob job) implements IssueResult {}

        record PersonBlocked() implements IssueResult {}

        record Stopped() implements IssueResult {}
    }
}
