package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchId;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Message;
import app.lodge.personalization.cameras.Cameras;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.BatchRun;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.issuing.IssueStep;
import app.lodge.personalization.issuing.KeyIssuing.KeyLook;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.issuing.Lacking;
import app.lodge.personalization.issuing.PreparingRun;
import app.lodge.personalization.issuing.Renewal;
import app.lodge.personalization.purse.PurseDesk;
import app.lodge.personalization.purse.PurseMatter;
import app.lodge.personalization.recognition.Inspector.Inspected;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The card readers and printers at this workstation, and what is done with them. Every method waits
/// for a device or the bridge: call it in the background.
public interface CardStation {

    /// Readers that are plugged in now; the in-process one is always there.
    List<Machine> readers();

    /// The same with what lies there now; without the in-process one.
    List<ReaderState> readerStates();

    /// The cameras of this workstation, and pictures in their place.
    Cameras cameras();

    /// Serial ports of this machine, at any of which a reader of numbers may be.
    List<String> serialPorts();

    /// A number that the reader at a serial port said since it was asked last. Waits a moment for one; a
    /// reader that was pulled out is there again when it is.
    ///
    /// @param port empty for none
    Optional<String> number(String port);

    /// Whether a card lies on a reader.
    enum Presence {
        CARD,
        EMPTY,
        /// It was unplugged just now, or does not answer.
        GONE
    }

    /// @param inPrinter whether it has a card only while the printer holds one there
    record ReaderState(Machine machine, Presence presence, boolean inPrinter) {}

    List<Machine> printers();

    /// Both sides of the card that the person would get now, as PNG.
    Faces preview(PersonId person);

    /// Who of those would get a card without a photograph or signature that its layout shows.
    List<Lacking> lacking(List<PersonId> people);

    /// Encodes, reads back, prints and activates one card; reader and printer as in `readers` and
    /// `printers`.
    ///
    /// @throws DeviceException if the reader is not there; no job was begun
    IssueOutcome issue(IssueOrder order, Progress<IssueStep> progress) throws DeviceException;

    /// Makes the cards of a batch one after the other (ID-48).
    BatchRun.End batch(BatchId batch, BatchRun.Machines machines, Progress<BatchRun.Step> progress);

    /// What there is to know before a batch is printed: the printer is asked and nothing moves.
    BatchLook look(BatchId batch, String printer);

    /// Prepares blanks at the reader, each counted once it was read back (CHAIN-06).
    ///
    /// @return how many became ready
    int prepare(String reader, PreparingRun.Batch batch, Progress<PreparingRun.Blank> progress);

    /// Waits a little for a medium on the reader and looks at it, whatever it is.
    ///
    /// @throws DeviceException if none came, or it went away
    Inspected look(String reader) throws DeviceException;

    /// Gives the card on the reader the site's newest keys; torn off, the next try finishes it.
    ///
    /// @throws DeviceException if no card came, it went away or did not open to the site's keys
    Renewal renew(RequestId request, String reader) throws DeviceException;

    /// Waits a little for a contact key on the adapter and looks at it (KEY-25).
    ///
    /// @throws DeviceException if none came, or it went away
    KeyLook lookAtKey(String adapter) throws DeviceException;

    /// Enrols, writes and reads back the key on the adapter.
    ///
    /// @throws DeviceException if it was pulled off; the same again finishes it
    KeyOutcome encodeKey(String adapter, KeyOrder order) throws DeviceException;

    /// A station's journal as a file for spreadsheets (KEY-22).
    void keepLog(Path file, ReadOut log, SiteSettings site);

    /// What the purse of the card on the reader holds; what the books did not know is taken over
    /// (CHAIN-32).
    ///
    /// @throws DeviceException with UnknownCard if the card has none
    PurseDesk.Look purse(String reader) throws DeviceException;

    /// Puts an empty purse on the card on the reader.
    ///
    /// @return whether that card can carry one
    boolean preparePurse(String reader, MediumId medium, Uid uid) throws DeviceException;

    /// Loads, refunds, pays out or moves with the card on the reader.
    PurseDesk.Visit changePurse(RequestId request, String reader, PurseMatter matter)
            throws DeviceException;

    /// Goes on with what was torn off, with the same card.
    PurseDesk.Visit finishPurse(String reader, PurseDesk.Visit.Torn torn) throws DeviceException;

    /// This workstation's jobs that only the clerk's word can end, oldest first; those that broke off
    /// with a process are settled before, as far as the printer tells.
    List<BrokenJob> broken();

    /// The clerk's word on one of them.
    CardJob resolve(RequestId request, CardJob job, Resolution resolution);

    /// @param possible what may be said: a card that never came as far as printing cannot be good
    record BrokenJob(CardJob job, Set<Resolution> possible) {
        public BrokenJob {
            possible = Set.copyOf(possible);
        }
    }

    /// @param address as stored with card jobs
    /// @param words what people call it
    record Machine(String address, Message words) {

        private static final String KEYS = "onewire:";

        /// Whether contact keys are touched to it.
        public boolean takesKeys() {
            return address.startsWith(KEYS);
        }

        /// @param address `onewire:` and a serial port's name, or that of a virtual adapter
        public static Machine adapter(String address) {
            var port = address.substring(KEYS.length());
            return new Machine(
                    address,
                    switch (port) {
                        case "virtual" -> Message.of("station.virtual-key");
                        case "virtual-log" -> Message.of("station.virtual-log");
                        default -> Message.of("station.onewire", port);
                    });
        }

        /// @param name as PC/SC gives it, or `in-process`
        public static Machine reader(String name) {
            return new Machine(
                    name,
                    name.equals("in-process")
                            ? Message.of("station.in-process")
                            : Message.of("station.pcsc", name));
        }

        /// @param title what people call it, see {@link app.lodge.personalization.cards.KnownReaders}
        public static Machine named(String name, String title) {
            return new Machine(name, Message.of("station.pcsc", title));
        }

        /// The virtual card on the PC/SC service's own virtual reader.
        public static Machine virtualThroughPcsc(String name) {
            return new Machine(name, Message.of("station.virtual-pcsc"));
        }

        /// @param address with its scheme, `evolis:Primacy`
        public static Machine printer(String address) {
            int colon = address.indexOf(':');
            return new Machine(
                    address,
                    Message.of(
                            "station." + address.substring(0, colon),
                            address.substring(colon + 1).replaceFirst("^//", "")));
        }
    }

    /// @param back empty for a card with one printed side
    record Faces(byte[] front, byte[] back) {}
}
