package app.lodge.core.keys;

import app.lodge.core.books.Actor;
import app.lodge.core.media.Uid;

/// The vault's work for cards, as a SAM does it: it authenticates, computes and makes key-change
/// cryptograms, one round trip a step; card keys stay inside, only session keys come out (ID-40,
/// CHAIN-08, CHAIN-12). Open this first to see what an encoder may ask.
///
/// An encoder passes the card's challenge to `begin`, the token back to the card, the card's answer
/// to `finish`. Sessions end by themselves after two minutes.
public interface CardKeys {

    /// What new cards get.
    KeySet keySet(Actor actor);

    Challenge begin(Actor actor, Authentication authentication);

    FinishOutcome finish(Actor actor, String session, byte[] answer);

    /// The cryptogram that changes a key on the card: the data of the ChangeKey command after the
    /// key number; with the command's MAC in an EV2 session.
    ///
    /// @throws IllegalStateException if the session has ended or was not begun for changing keys
    byte[] changeKey(Actor actor, KeyChange change);

    /// The enciphered end of CreateTransactionMACFile, with the command's MAC: its key is one that no
    /// terminal has (CHAIN-14).
    ///
    /// @throws IllegalStateException if the session has ended or was not begun for changing keys
    byte[] transactionMacFile(Actor actor, TransactionMacFile file);

    /// Whether the card itself vouches for a transaction (CHAIN-15).
    boolean vouchedFor(Actor actor, TransactionClaim claim);

    /// Check bytes over a card's content: CMAC under a key of the card's own, first 8 bytes.
    ///
    /// @param version version of the site's card keys, 1 to 255
    byte[] contentMac(Actor actor, Uid uid, int version, byte[] content);

    /// @param siteId part of every card key
    /// @param version version of the site's card keys, 1 to 255
    record KeySet(String siteId, int version) {}

    /// How a card is asked to prove itself.
    enum Scheme {
        /// Command 71, AES; EV2 secure messaging follows.
        EV2_FIRST,
        /// Command 1A, DES or two-key triple DES; EV1 secure messaging follows.
        ISO_DES,
        /// Command AA, AES; EV1 secure messaging follows.
        LEGACY_AES
    }

    /// What the session is for. A session that may change keys does not give its enciphering key
    /// away, so that not even the encoder's machine can read the new key (but for factory keys, which
    /// all the world knows).
    enum Purpose {
        CONTENT,
        KEY_CHANGE
    }

    /// @param encryptedRndB the card's challenge, 16 bytes, or 8 for DES
    record Authentication(
            Scheme scheme, Purpose purpose, CardKey key, Uid uid, byte[] encryptedRndB) {}

    /// @param session names the session in later calls
    /// @param token what the card wants to hear
    record Challenge(String session, byte[] token) {}

    sealed interface FinishOutcome {

        /// @param encryptionKey empty if the session changes keys of the site
        /// @param macKey equals the encryption key in EV1 sessions; empty there when that is
        /// @param transaction EV2's transaction identifier, 4 bytes; else empty
        record Authenticated(
                String session, byte[] encryptionKey, byte[] macKey, byte[] transaction)
                implements FinishOutcome {}

        /// The card does not hold the key.
        record Refuted() implements FinishOutcome {}
    }

    /// @param present what the slot holds now
    /// @param next what it shall hold: same slot
    /// @param commandCounter EV2: the session's counter before the command; else 0
    /// @param iv EV1: the session's running value, 8 or 16 bytes; else empty
    record KeyChange(
            String session, CardKey present, CardKey.Site next, int commandCounter, byte[] iv) {}

    /// @param session an EV2 session with the application's master key, begun for changing keys
    /// @param aid six hex digits
    /// @param header the file's number, mode, rights and kind of key, as the command has them
    /// @param version of the site's card keys, 1 to 255
    /// @param commandCounter the session's, before the command
    record TransactionMacFile(
            String session, String aid, byte[] header, int version, int commandCounter) {}

    /// @param aid six hex digits
    /// @param version of the site's card keys, 1 to 255
    /// @param counter that the card answered
    /// @param input what the transaction did, see {@link TransactionMac.Input}
    /// @param value eight bytes that the card answered
    record TransactionClaim(
            Uid uid, String aid, int version, long counter, byte[] input, byte[] value) {}
}
