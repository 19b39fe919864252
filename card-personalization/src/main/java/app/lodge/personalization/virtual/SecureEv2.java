package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.Ev2Messaging;
import java.util.Arrays;

/// EV2 messaging (commands 71 and 77) on the card's side: counts commands, checks and makes MACs.
final class SecureEv2 implements Messaging {

    private static final int CHANGE_KEY = 0xC4;
    private static final int BLOCK = 16;

    private final Ev2Messaging messaging;
    private final byte[] transaction;
    private int counter;

    SecureEv2(byte[] encryptionKey, byte[] macKey, byte[] transaction, int counter) {
        this.messaging = new Ev2Messaging(encryptionKey, macKey, transaction);
        this.transaction = transaction.clone();
        this.counter = counter;
    }

    byte[] transaction() {
        return transaction.clone();
    }

    int counter() {
        return counter;
    }

    @Override
    public byte[] open(int ins, byte[] header, byte[] body, Protection protection, int length) {
        byte[] content =
                switch (protection) {
                    case PLAIN -> body;
                    case MANAGED, MAC -> checked(ins, header, body);
                    case FULL -> {
                        byte[] sealed = checked(ins, header, body);
                        yield sealed.length == 0 ? sealed : decipher(sealed);
                    }
                };
        counter++;
        return content;
    }

    private byte[] checked(int ins, byte[] header, byte[] body) {
        byte[] content = Arrays.copyOf(body, Math.max(0, body.length - Ev2Messaging.MAC_LENGTH));
        byte[] mac = messaging.mac(ins, counter, header, content);
        if (!Arrays.equals(Bytes.join(content, mac), body)) {
            throw new Refusal(Refusal.INTEGRITY);
        }
        return content;
    }

    private byte[] decipher(byte[] sealed) {
        if (sealed.length % BLOCK != 0) {
            throw new Refusal(Refusal.LENGTH);
        }
        try {
            return messaging.decryptCommand(counter, sealed);
        } catch (IllegalArgumentException _) {
            throw new Refusal(Refusal.INTEGRITY);
        }
    }

    @Override
    public byte[] seal(byte[] answer, Protection protection) {
        return switch (protection) {
            case PLAIN -> answer;
            case MANAGED, MAC -> Bytes.join(answer, messaging.mac(0x00, counter, answer));
            case FULL -> {
                byte[] sealed =
                        answer.length == 0 ? answer : messaging.encryptAnswer(counter, answer);
                yield Bytes.join(sealed, messaging.mac(0x00, counter, sealed));
            }
        };
    }

    @Override
    public int wireLength(Protection protection, int length) {
        return switch (protection) {
            case PLAIN -> length;
            case MANAGED, MAC -> length + Ev2Messaging.MAC_LENGTH;
            case FULL -> (length / BLOCK + 1) * BLOCK + Ev2Messaging.MAC_LENGTH;
        };
    }

    @Override
    public byte[] openKey(byte[] header, byte[] body) {
        return open(CHANGE_KEY, header, body, Protection.FULL, 0);
    }
}
