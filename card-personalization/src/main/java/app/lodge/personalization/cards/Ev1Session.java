package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import java.security.MessageDigest;
import java.util.Arrays;

/// The reader's side of an EV1 session opened with AES (command AA): one running value through every
/// command and answer, plain ones too.
final class Ev1Session implements SecureChannel {

    private static final int MAC = 8;
    private static final int CRC = 4;

    private final DesfireLink link;
    private final BlockCipher cipher;
    private byte[] running;

    Ev1Session(DesfireLink link, byte[] sessionKey) {
        this.link = link;
        this.cipher = BlockCipher.aes(sessionKey);
        this.running = new byte[cipher.blockSize()];
    }

    @Override
    public byte[] managed(Instruction instruction, byte[]... parts) throws DeviceException {
        byte[] data = Bytes.join(parts);
        chain(instruction, data);
        return checked(instruction, link.send(instruction, data));
    }

    @Override
    public byte[] file(
            Instruction instruction, CommMode mode, byte[] header, byte[] content, int expected)
            throws DeviceException {
        if (content.length == 0) {
            chain(instruction, header);
            var answer = link.send(instruction, header);
            return mode == CommMode.FULL
                    ? opened(instruction, answer, expected)
                    : checked(instruction, answer);
        }
        byte[] wire =
                switch (mode) {
                    case PLAIN -> {
                        chain(instruction, Bytes.join(header, content));
                        yield content;
                    }
                    case MAC -> {
                        chain(instruction, Bytes.join(header, content));
                        yield Bytes.join(content, Arrays.copyOf(running, MAC));
                    }
                    case FULL -> sealed(instruction, header, content);
                };
        return checked(instruction, link.send(instruction, header, wire));
    }

    private void chain(Instruction instruction, byte[] data) {
        running = cipher.cmac(running, Bytes.join(Bytes.of(instruction.code()), data));
    }

    private byte[] sealed(Instruction instruction, byte[] header, byte[] content) {
        byte[] crc = Bytes.crc32(Bytes.of(instruction.code()), header, content);
        byte[] plain = Bytes.padZeros(Bytes.join(content, crc), cipher.blockSize());
        byte[] sealed = cipher.encrypt(running, plain);
        keepLast(sealed);
        return sealed;
    }

    private byte[] opened(Instruction instruction, DesfireLink.Answer answer, int expected)
            throws DeviceException {
        byte[] sealed = answer.orRefuse(instruction.title());
        int block = cipher.blockSize();
        if (sealed.length < expected + CRC || sealed.length % block != 0) {
            throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        }
        byte[] plain = cipher.decrypt(running, sealed);
        keepLast(sealed);
        byte[] content = Arrays.copyOf(plain, expected);
        byte[] right =
                Bytes.padZeros(
                        Bytes.join(content, Bytes.crc32(content, Bytes.of(DesfireLink.OK))), block);
        if (!MessageDigest.isEqual(plain, right)) {
            throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        }
        return content;
    }

    private void keepLast(byte[] sealed) {
        int block = cipher.blockSize();
        running = Bytes.slice(sealed, sealed.length - block, block);
    }

    private byte[] checked(Instruction instruction, DesfireLink.Answer answer)
            throws DeviceException {
        byte[] data = answer.orRefuse(instruction.title());
        byte[] content = Arrays.copyOf(data, Math.max(0, data.length - MAC));
        running = cipher.cmac(running, Bytes.join(content, Bytes.of(DesfireLink.OK)));
        if (!MessageDigest.isEqual(Bytes.join(content, Arrays.copyOf(running, MAC)), data)) {
            throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        }
        return content;
    }
}
