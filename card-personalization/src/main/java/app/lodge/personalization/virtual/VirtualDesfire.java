package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.virtual.CardContext.Command;
import app.lodge.personalization.virtual.CardContext.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A MIFARE DESFire card in software: native commands in ISO wrapping, all three generations of
/// authentication and secure messaging with DES and AES, files, values, records, transactions. It
/// plays its reader too and answers `FF CA 00 00 00`.
///
/// It can be torn off the reader after any number of APDUs, with its memory kept, and can keep its
/// memory in a file. Not thread-safe but for {@link #transmit}.
public final class VirtualDesfire implements VirtualCard {

    private static final byte[] DF_NAME = Bytes.of(0xD2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x00);
    private static final byte[] ATR = Bytes.of(0x3B, 0x81, 0x80, 0x01, 0x80, 0x80);
    private static final int NEVER = -1;
    private static final int UID_LENGTH = 7;
    private static final int RANDOM_LENGTH = 4;

    /// The chip's generation, as GetVersion tells it.
    public enum Generation {
        EV1(0x01),
        EV2(0x12),
        EV3(0x33);

        private final int major;

        Generation(int major) {
            this.major = major;
        }
    }

    private final Generation generation;
    private final CardMemory memory;
    private final Random random;
    private final @Nullable Path file;

    private CardContext context;
    private NativeTalk talk;
    private int tearAfter = NEVER;
    private boolean answerLost;
    private int served;
    private byte[] signature = new byte[0];
    private byte[] shown;

    private VirtualDesfire(
            Generation generation, CardMemory memory, Random random, @Nullable Path file) {
        this.generation = generation;
        this.memory = memory;
        this.random = random;
        this.file = file;
        this.context = new CardContext(memory);
        this.talk = talk();
        this.shown = shown();
    }

    private NativeTalk talk() {
        return new NativeTalk(
                context,
                new CardAuthentication(context, random),
                generation != Generation.EV1,
                this::carriedOut);
    }

    /// A card as the factory ships it.
    ///
    /// @param uid seven bytes
    /// @param random makes the card's challenges
    public static VirtualDesfire blank(Generation generation, Uid uid, Random random) {
        return new VirtualDesfire(generation, CardMemory.factory(uid), random, null);
    }

    /// A card whose memory lives in a file; a blank one with a new number if there is none yet.
    public static VirtualDesfire keptIn(Path file, Generation generation) {
        var random = new SecureRandom();
        var uid = new byte[7];
        random.nextBytes(uid);
        uid[0] = 0x04;
        return keptIn(file, generation, Uid.of(uid), random);
    }

    /// A card whose memory lives in a file, blank if there is none yet.
    public static VirtualDesfire keptIn(
            Path file, Generation generation, Uid blankUid, Random random) {
        try {
            CardMemory memory =
                    Files.exists(file)
                            ? CardMemory.load(Files.readAllBytes(file))
                            : CardMemory.factory(blankUid);
            return new VirtualDesfire(generation, memory, random, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives it what its maker signed of its number.
    ///
    /// @param made 56 bytes
    public VirtualDesfire signed(byte[] made) {
        signature = made.clone();
        return this;
    }

    @Override
    public Uid uid() {
        return memory.uid;
    }

    @Override
    public byte[] atr() {
        return ATR.clone();
    }

    /// APDUs answered since it was made.
    public int served() {
        return served;
    }

    /// The card leaves the field before APDU number `count` (from 0), which is not carried out.
    public void tearBefore(int count) {
        tearAfter = count;
        answerLost = false;
    }

    /// The card carries out APDU number `count` (from 0) and leaves before its answer arrives.
    public void tearAfter(int count) {
        tearAfter = count;
        answerLost = true;
    }

    /// Takes back a tear that has not come.
    public void holdStill() {
        tearAfter = NEVER;
    }

    /// Power off and on: session and pending transaction are gone, memory stays.
    @Override
    public synchronized void reset() {
        context.selected.abort();
        context = new CardContext(memory);
        talk = talk();
        shown = shown();
    }

    /// What it tells in anticollision: its number, or one of four bytes that begins with 08
    /// (ISO/IEC 14443-3 §6.5.4).
    private byte[] shown() {
        if (!memory.randomUid) {
            return memory.uid.bytes();
        }
        byte[] other = new byte[RANDOM_LENGTH];
        random.nextBytes(other);
        other[0] = 0x08;
        return other;
    }

    /// One APDU and its answer.
    ///
    /// @return empty if the card was torn off; it then lies on the reader again, without power before
    @Override
    public synchronized byte[] transmit(byte[] apdu) {
        if (tearAfter == 0) {
            tearAfter = NEVER;
            if (answerLost) {
                answered(apdu);
            }
            reset();
            return new byte[0];
        }
        if (tearAfter > 0) {
            tearAfter--;
        }
        return answered(apdu);
    }

    private byte[] answered(byte[] apdu) {
        served++;
        byte[] answer = answer(apdu);
        Path kept = file;
        if (kept != null) {
            memory.saveTo(kept);
        }
        return answer;
    }

    private byte[] answer(byte[] apdu) {
        if (apdu.length < 4) {
            return Bytes.of(0x67, 0x00);
        }
        byte[] data = new byte[0];
        if (apdu.length > 5) {
            int length = apdu[4] & 0xFF;
            if (apdu.length < 5 + length) {
                return Bytes.of(0x67, 0x00);
            }
            data = Bytes.slice(apdu, 5, length);
        }
        return switch (apdu[0] & 0xFF) {
            case 0x90 -> talk.answer(apdu[1] & 0xFF, data);
            case 0xFF ->
                    apdu[1] == (byte) 0xCA && apdu[2] == 0
                            ? Bytes.join(shown, Bytes.of(0x90, 0x00))
                            : Bytes.of(0x6A, 0x81);
            case 0x00 -> apdu[1] == (byte) 0xA4 ? isoSelect(data) : Bytes.of(0x6D, 0x00);
            default -> Bytes.of(0x6E, 0x00);
        };
    }

    private byte[] isoSelect(byte[] name) {
        boolean card = Arrays.equals(name, DF_NAME) || Arrays.equals(name, Bytes.of(0x3F, 0x00));
        if (card) {
            context.select(memory.card);
            return Bytes.of(0x90, 0x00);
        }
        for (CardApplication application : memory.applications.values()) {
            byte[] names = application.isoNames;
            if (names.length > 2
                    && Arrays.equals(name, Arrays.copyOfRange(names, 2, names.length))) {
                context.select(application);
                return Bytes.of(0x90, 0x00);
            }
        }
        return Bytes.of(0x6A, 0x82);
    }

    private Reply carriedOut(Command command) {
        boolean newer = command.ins() == 0xCE || command.ins() == 0xC8;
        if (newer && generation == Generation.EV1) {
            throw new Refusal(Refusal.ILLEGAL_COMMAND);
        }
        return switch (command.ins()) {
            case 0x60 -> {
                context.managed(command, 0);
                yield Reply.managed(version());
            }
            case 0x5A -> select(command);
            case 0x3C -> {
                if (signature.length == 0) {
                    throw new Refusal(Refusal.ILLEGAL_COMMAND);
                }
                context.managed(command, 1);
                yield Reply.managed(signature);
            }
            case 0x64, 0xC4 -> new KeyCommands(context).run(command);
            case 0xBD,
                    0xAD,
                    0x3D,
                    0x8D,
                    0x3B,
                    0x8B,
                    0xBB,
                    0xAB,
                    0x6C,
                    0x0C,
                    0xDC,
                    0x1C,
                    0xEB,
                    0xC7,
                    0xC8,
                    0xA7 ->
                    new FileCommands(context).run(command);
            default -> new SettingsCommands(context).run(command);
        };
    }

    private Reply select(Command command) {
        int aid = (int) Bytes.littleEndian(command.header(3), 0, 3);
        CardApplication application = aid == 0 ? memory.card : memory.applications.get(aid);
        if (application == null) {
            throw new Refusal(Refusal.NO_APPLICATION);
        }
        context.select(application);
        return Reply.managed();
    }

    private byte[] version() {
        byte[] part = Bytes.of(0x04, 0x01, 0x01, generation.major, 0x00, 0x1A, 0x05);
        byte[] batch = Bytes.of(0xBA, 0x5E, 0xBA, 0x11, 0x00, 0x47, 0x26);
        byte[] number = memory.randomUid ? new byte[UID_LENGTH] : memory.uid.bytes();
        return Bytes.join(part, part, number, batch);
    }
}
