package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.Uid;
import app.lodge.core.work.Progress;
import java.util.Map;

/// What issuing needs of an encoder.
public interface Encoding {

    /// Makes sure that the next card at the job's reader is the one that the printer brings there.
    ///
    /// @throws DeviceException with ReaderTaken if a card lies there already
    default void expectPrinters(CardJob job) throws DeviceException {
        // whoever sees only the printer's cards has nothing to look after
    }

    /// Waits for a card at the job's reader (a stop asked for ends the wait with `NoCard`), reads its UID, calls `bind` before anything is written,
    /// and writes.
    Encoded encode(Actor actor, CardJob job, BindUid bind, Progress<IssueStep> progress)
            throws DeviceException;

    /// Reads the chip back in a fresh session and compares.
    void verify(Actor actor, CardJob job, Encoded encoded) throws DeviceException;

    /// @param evidence what was seen; neither keys nor personal data
    record Encoded(Uid uid, String chip, int keyVersion, Map<String, String> evidence) {
        public Encoded {
            evidence = Map.copyOf(evidence);
        }
    }

    /// Stores in the books that this chip belongs to this card, before the first byte is written.
    interface BindUid {

        /// @throws DeviceException if the chip belongs to another live medium
        void bind(Uid uid, String chip, int keyVersion) throws DeviceException;
    }
}
