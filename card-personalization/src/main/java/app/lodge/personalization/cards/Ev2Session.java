package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKeys.FinishOutcome.Authenticated;
import app.lodge.core.keys.Ev2Messaging;
import java.security.MessageDigest;
import java.util.Arrays;

/// The reader's side of an EV2 session: counts commands, adds and checks MACs, enciphers content.
final class Ev2Session implements SecureChannel {

    private static final byte[] NONE = new byte[0];

    private final DesfireLink link;
    private final Ev2Messaging messaging;
    private final String name;
    private int counter;

    /// @param session without encryption key only MAC mode works
    Ev2Session(DesfireLink link, Authenticated session) {
        this.link = link;
        this.name = session.session();
        byte[] encryption = session.encryptionKey();
        this.messaging =
                new Ev2Messaging(
                        encryption.length == 0 ? new byte[16] : encryption,
                        session.macKey(),
                        session.transaction());
    }

    /// The vault's name for the session.
    String name() {
        return name;
    }

    int counter() {
        return counter;
    }

    @Override
    public byte[] managed(Instruction instruction, byte[]... parts) throws DeviceException {
        return mac(instruction, parts);
    }

    @Override
    public byte[] file(
            Instruction instruction, CommMode mode, byte[] header, byte[] content, int expected)
            throws DeviceException {
        return switch (mode) {
            case PLAIN -> {
                byte[] answer =
                        link.send(instruction, header, content).orRefuse(instruction.title());
                counter++;
                yield answer;
            }
            case MAC -> mac(instruction, header, content);
            case FULL -> {
                if (content.length == 0) {
                    yield readFull(instruction, header);
                }
                writeFull(instruction, header, content);
                yield NONE;
            }
        };
    }

    /// A command in MAC mode.
    byte[] mac(Instruction instruction, byte[]... parts) throws DeviceException {
        byte[] data = Bytes.join(parts);
        byte[] mac = messaging.mac(instruction.code(), counter, data);
        return checked(instruction, link.send(instruction, data, mac));
    }

    /// Content enciphered on its way to the card.
    void writeFull(Instruction instruction, byte[] header, byte[] content) throws DeviceException {
        byte[] sealed = messaging.encryptCommand(counter, content);
        byte[] mac = messaging.mac(instruction.code(), counter, header, sealed);
        checked(instruction, link.send(instruction, header, sealed, mac));
    }

    /// Content enciphered on its way from the card.
    byte[] readFull(Instruction instruction, byte[] header) throws DeviceException {
        byte[] mac = messaging.mac(instruction.code(), counter, header);
        byte[] sealed = checked(instruction, link.send(instruction, header, mac));
        if (sealed.length == 0 || sealed.length % 16 != 0) {
            throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        }
        return messaging.decryptAnswer(counter, sealed);
    }

    /// A cryptogram made by the vault, MAC and all. If it changes the session's own key the session
    /// is over and the answer carries no MAC.
    void changeKey(int keyByte, byte[] cryptogram, KeyOf key) throws DeviceException {
        var answer = link.send(Instruction.CHANGE_KEY, Bytes.of(keyByte), cryptogram);
        switch (key) {
            case THE_SESSION -> answer.orRefuse(Instruction.CHANGE_KEY.title());
            case ANOTHER_SLOT -> checked(Instruction.CHANGE_KEY, answer);
        }
    }

    /// A command whose content the vault enciphered, MAC and all.
    void sealedByVault(Instruction instruction, byte[] header, byte[] cryptogram)
            throws DeviceException {
        checked(instruction, link.send(instruction, header, cryptogram));
    }

    /// Whose key is changed.
    enum KeyOf {
        THE_SESSION,
        ANOTHER_SLOT
    }

    private byte[] checked(Instruction instruction, DesfireLink.Answer answer)
            throws DeviceException {
        byte[] data = answer.orRefuse(instruction.title());
        counter++;
        int length = data.length - Ev2Messaging.MAC_LENGTH;
        byte[] content = length < 0 ? NONE : Arrays.copyOf(data, length);
        byte[] mac = messaging.mac(DesfireLink.OK, counter, content);
        if (!MessageDigest.isEqual(Bytes.join(content, mac), data)) {
            throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        }
        return content;
    }
}
