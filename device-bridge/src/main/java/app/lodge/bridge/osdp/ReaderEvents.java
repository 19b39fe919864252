package app.lodge.bridge.osdp;

import java.util.List;

/// What a panel tells about one reader, on the line's thread: take it and return.
public interface ReaderEvents {

    /// @param secure whether the channel is secure, with the reader's own key
    void online(String identity, boolean secure);

    void offline(Lost why);

    /// @param bits of the number; upper-case hex of its bytes, left-aligned
    void card(int reader, int bits, String hex);

    /// Digits, `*` and `#`.
    void keys(int reader, String keys);

    void status(boolean tamper, boolean powerFailing);

    /// From input 0 on.
    void inputs(List<Boolean> active);

    /// The reader has a key of its own from now on.
    void keyChanged();

    enum Lost {
        /// The line itself: no such port, connection refused or cut.
        LINE,
        NO_ANSWER,
        /// It does not know the key that we know, or was exchanged.
        WRONG_KEY,
        /// It cannot do secure channels, and the door demands one.
        NOT_SECURE,
        STOPPED
    }
}
