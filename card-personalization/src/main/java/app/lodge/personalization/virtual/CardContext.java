package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a powered card has in its head: the selected application and the session.
final class CardContext {

    static final int NOBODY = -1;
    private static final int FREE = 0xE;
    private static final int NEVER = 0xF;

    final CardMemory memory;
    CardApplication selected;
    @Nullable Messaging session;
    int keyNumber = NOBODY;

    CardContext(CardMemory memory) {
        this.memory = memory;
        this.selected = memory.card;
    }

    /// @param in how the command's content is protected
    record Command(int ins, byte[] data) {

        byte[] header(int length) {
            if (data.length < length) {
                throw new Refusal(Refusal.LENGTH);
            }
            return Arrays.copyOf(data, length);
        }

        int at(int index) {
            if (index >= data.length) {
                throw new Refusal(Refusal.LENGTH);
            }
            return data[index] & 0xFF;
        }
    }

    /// @param out how the answer's content is to be protected
    record Reply(byte[] data, Protection out) {
        static Reply managed(byte... data) {
            return new Reply(data, Protection.MANAGED);
        }
    }

    void select(CardApplication application) {
        selected.abort();
        endSession();
        selected = application;
    }

    void endSession() {
        session = null;
        keyNumber = NOBODY;
    }

    boolean onCard() {
        return selected == memory.card;
    }

    /// Opens a command of which only its code and header matter.
    ///
    /// @return header and content, at least `least` bytes
    byte[] managed(Command command, int least) {
        byte[] whole = opened(command, 0, Protection.MANAGED, 0);
        if (whole.length < least) {
            throw new Refusal(Refusal.LENGTH);
        }
        return whole;
    }

    byte[] opened(Command command, int headerLength, Protection in, int plainLength) {
        byte[] header = command.header(headerLength);
        byte[] body =
                Bytes.slice(command.data(), headerLength, command.data().length - headerLength);
        Messaging messaging = session;
        if (messaging == null) {
            if (in == Protection.MAC || in == Protection.FULL) {
                throw new Refusal(Refusal.AUTHENTICATION);
            }
            return command.data();
        }
        return Bytes.join(header, messaging.open(command.ins(), header, body, in, plainLength));
    }

    byte[] sealed(Reply reply) {
        Messaging messaging = session;
        return messaging == null ? reply.data() : messaging.seal(reply.data(), reply.out());
    }

    void requireMaster() {
        if (keyNumber != 0) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
    }

    /// How a file may be reached: by one of the rights given, with the file's protection if by key,
    /// plain if free.
    ///
    /// @param shifts 12 read, 8 write, 4 read and write, 0 change
    Protection access(CardFile file, int... shifts) {
        boolean free = false;
        boolean never = true;
        for (int shift : shifts) {
            int right = file.rights >> shift & 0xF;
            never &= right == NEVER;
            if (right == keyNumber && session != null) {
                return Protection.ofFile(file.mode);
            }
            free |= right == FREE;
        }
        if (!free) {
            throw new Refusal(never ? Refusal.PERMISSION : Refusal.AUTHENTICATION);
        }
        return Protection.PLAIN;
    }
}
