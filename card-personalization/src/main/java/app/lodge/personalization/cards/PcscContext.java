package app.lodge.personalization.cards;

import app.lodge.core.keys.Bytes;
import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One connection to the PC/SC service. Used by one thread at a time.
final class PcscContext implements AutoCloseable {

    private static final int SYSTEM = 2;
    private static final int SHARED = 2;
    private static final int ANY_PROTOCOL = 3;
    private static final int LEAVE = 0;
    private static final int RESET = 1;
    private static final int PRESENT = 0x20;
    private static final int UNKNOWN = 0x04;
    private static final int UNAVAILABLE = 0x08;
    private static final int LONGEST_ANSWER = 65_538;
    private static final int LONGEST_ATR = 36;
    private static final int LONGEST_NAME = 256;

    private final PcscLibrary library;
    private final Object context;

    private PcscContext(PcscLibrary library, Object context) {
        this.library = library;
        this.context = context;
    }

    static PcscContext establish() throws PcscException {
        var library = PcscLibrary.load();
        var place = library.place();
        library.call("SCardEstablishContext", library.number(SYSTEM), null, null, place);
        return new PcscContext(library, library.handle(library.handleAt(place)));
    }

    /// Names of the readers plugged in now.
    List<String> readers() throws PcscException {
        var length = library.place();
        String function = PcscLibrary.textual("SCardListReaders");
        try {
            library.call(function, context, null, null, length);
            long needed = library.numberAt(length, 0);
            var names = new Memory(Math.max(1, needed));
            library.call(function, context, null, names, length);
            return PcscLibrary.texts(names, library.numberAt(length, 0));
        } catch (PcscException e) {
            if (e.status() == PcscException.NO_READERS) {
                return List.of();
            }
            throw e;
        }
    }

    /// Waits until a card is there, or none.
    ///
    /// @param millis 0 looks only
    /// @return whether it came to be so
    boolean await(String reader, boolean present, long millis) throws PcscException {
        var name = PcscLibrary.ascii(reader);
        long known = event(name, 0, 0);
        if (isPresent(known) == present) {
            return true;
        }
        if (millis == 0) {
            return false;
        }
        return isPresent(event(name, known, millis)) == present;
    }

    private static boolean isPresent(long event) {
        return (event & PRESENT) != 0;
    }

    private long event(Memory name, long known, long millis) throws PcscException {
        var state = library.readerState(name, known);
        try {
            library.call(
                    PcscLibrary.textual("SCardGetStatusChange"),
                    context,
                    library.number(millis),
                    state,
                    library.number(1));
        } catch (PcscException e) {
            if (e.status() != PcscException.TIMEOUT) {
                throw e;
            }
            return known == 0 ? library.eventOf(state) : known;
        }
        long event = library.eventOf(state);
        if ((event & (UNKNOWN | UNAVAILABLE)) != 0) {
            throw new PcscException("SCardGetStatusChange", PcscException.READER_UNAVAILABLE);
        }
        return event;
    }

    /// A card that was reset and is held: nobody else speaks to it.
    Held hold(String reader) throws PcscException {
        disconnect(connect(reader).handle, RESET);
        Held fresh = connect(reader);
        library.call("SCardBeginTransaction", fresh.handle);
        return fresh;
    }

    private Held connect(String reader) throws PcscException {
        var handle = library.place();
        var protocol = library.place();
        library.call(
                PcscLibrary.textual("SCardConnect"),
                context,
                reader,
                library.number(SHARED),
                library.number(ANY_PROTOCOL),
                handle,
                protocol);
        return new Held(library.handle(library.handleAt(handle)), library.numberAt(protocol, 0));
    }

    private void disconnect(Object handle, int disposition) throws PcscException {
        library.call("SCardDisconnect", handle, library.number(disposition));
    }

    /// A card in our hands.
    final class Held {

        private final Object handle;
        private final long protocol;

        private Held(Object handle, long protocol) {
            this.handle = handle;
            this.protocol = protocol;
        }

        byte[] atr() throws PcscException {
            var name = new Memory(LONGEST_NAME);
            var atr = new Memory(LONGEST_ATR);
            var length = library.placeOf(LONGEST_ATR);
            library.call(
                    PcscLibrary.textual("SCardStatus"),
                    handle,
                    name,
                    library.placeOf(LONGEST_NAME),
                    library.place(),
                    library.place(),
                    atr,
                    length);
            return atr.getByteArray(0, (int) library.numberAt(length, 0));
        }

        byte[] transmit(byte[] apdu) throws PcscException {
            byte[] answer = once(apdu);
            List<byte[]> parts = new ArrayList<>();
            while (status(answer, 0x61)) {
                parts.add(Arrays.copyOf(answer, answer.length - 2));
                answer = once(new byte[] {0x00, (byte) 0xC0, 0x00, 0x00, last(answer)});
            }
            if (status(answer, 0x6C) && apdu.length >= 5) {
                byte[] again = apdu.clone();
                again[again.length - 1] = last(answer);
                answer = once(again);
            }
            parts.add(answer);
            return Bytes.join(parts.toArray(byte[][]::new));
        }

        private static boolean status(byte[] answer, int first) {
            return answer.length >= 2 && (answer[answer.length - 2] & 0xFF) == first;
        }

        private static byte last(byte[] answer) {
            return answer[answer.length - 1];
        }

        private byte[] once(byte[] apdu) throws PcscException {
            var sent = new Memory(apdu.length);
            sent.write(0, apdu, 0, apdu.length);
            var received = new Memory(LONGEST_ANSWER);
            var length = library.placeOf(LONGEST_ANSWER);
            library.call(
                    "SCardTransmit",
                    handle,
                    library.request(protocol),
                    sent,
                    library.number(apdu.length),
                    null,
                    received,
                    length);
            long answered = library.numberAt(length, 0);
            if (answered < 2) {
                // cut short, as the card went in the middle (seen with vpcd)
                throw new PcscException("SCardTransmit", PcscException.REMOVED_CARD);
            }
            return received.getByteArray(0, (int) answered);
        }

        /// Lets others speak, and resets the card.
        void release() throws PcscException {
            try {
                library.call("SCardEndTransaction", handle, library.number(LEAVE));
            } finally {
                disconnect(handle, RESET);
            }
        }
    }

    @Override
    public void close() {
        try {
            library.call("SCardReleaseContext", context);
        } catch (PcscException _) {
            // The service is gone; there is nothing left to release.
        }
    }
}
