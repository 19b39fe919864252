package app.lodge.bridge.osdp;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reader's end of the wire, over TCP: what a door reader without hardware is made of. It is strict: a
/// wrong MAC, a wrong number, a command outside the channel get the answers that the standard says.
public final class VirtualReaderEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualReaderEnd.class);

    private static final int ACK = 0x40;
    private static final int NAK = 0x41;
    private static final Duration SLICE = Duration.ofMillis(200);

    private final ServerSocket server;
    private final int address;
    private final OwnKey keys;
    private final Output output;
    private final ReaderState state = new ReaderState();
    private final SecureRandom random = new SecureRandom();
    private volatile boolean secure;
    private volatile boolean closing;
    private volatile boolean mute;
    private @Nullable SecureChannel channel;
    private @Nullable SecureChannel offered;
    private byte @Nullable [] lastAnswer;
    private int lastSequence = -1;

    /// Where the reader keeps its base key over a power cut.
    public interface OwnKey {
        /// Empty in install mode.
        Optional<byte[]> load();

        void store(byte[] key);
    }

    /// What somebody at the door sees and hears.
    public interface Output {
        void strike(int output, int tenths);

        void light(String colour);

        void beeps(int count);
    }

    private VirtualReaderEnd(ServerSocket server, int address, OwnKey keys, Output output) {
        this.server = server;
        this.address = address;
        this.keys = keys;
        this.output = output;
    }

    /// @param port 0 for any that is free
    public static VirtualReaderEnd listen(int port, int address, OwnKey keys, Output output)
            throws IOException {
        var end =
                new VirtualReaderEnd(
                        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()),
                        address,
                        keys,
                        output);
        Thread.ofPlatform().daemon().name("reader-end-" + address).start(end::run);
        return end;
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Whether a panel speaks to it over a secure channel.
    public boolean secure() {
        return secure;
    }

    public void tap(byte[] number) {
        state.tap(number);
    }

    /// @param keys digits, `*`, `#`
    public void press(String keys) {
        state.press(keys);
    }

    public void tamper(boolean open) {
        state.tamper(open);
    }

    public void powerFailing(boolean failing) {
        state.powerFailing(failing);
    }

    public void input(int number, boolean active) {
        state.input(number, active);
    }

    /// Hears and does not answer, as a cut wire.
    public void mute(boolean silent) {
        mute = silent;
    }

    private void run() {
        while (!closing) {
            try (var socket = server.accept();
                    var line = new TcpLine(socket)) {
                forget();
                speak(line);
            } catch (EOFException e) {
                LOG.debug("The panel has gone");
            } catch (IOException e) {
                if (!closing) {
                    LOG.debug("The line broke: {}", e.getMessage());
                }
            }
        }
    }

    private void speak(Line line) throws IOException {
        var frames = new FrameReader();
        var buffer = new byte[512];
        while (!closing) {
            frames.add(buffer, line.read(buffer, SLICE));
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                var command = next.get();
                if (!command.reply() && command.address() == address && !mute) {
                    line.write(answer(command));
                }
            }
        }
    }

    private void forget() {
        channel = null;
        offered = null;
        lastAnswer = null;
        lastSequence = -1;
        secure = false;
    }

    private byte[] answer(Packet command) {
        var kept = lastAnswer;
        if (command.sequence() == 0) {
            forget();
        } else if (command.sequence() == lastSequence && kept != null) {
            return kept;
        } else if (lastSequence >= 0 && command.sequence() != lastSequence % 3 + 1) {
            return nak(command, 4).bytes();
        }
        var answer = answerNew(command).bytes();
        lastSequence = command.sequence();
        lastAnswer = answer;
        return answer;
    }

    private Packet answerNew(Packet command) {
        var open = channel;
        if (open != null) {
            var plain = open.open(command).orElse(null);
            if (plain == null) {
                forget();
                return nak(command, 6);
            }
            var body = done(plain, true);
            return open.protect(
                    Packet.plain(
                            address,
                            true,
                            command.sequence(),
                            body[0] & 0xFF,
                            Arrays.copyOfRange(body, 1, body.length)));
        }
        return switch (command.code()) {
            case 0x76 -> challenged(command);
            case 0x77 -> proven(command);
            default -> {
                var body = done(command, false);
                yield Packet.plain(
                        address,
                        true,
                        command.sequence(),
                        body[0] & 0xFF,
                        Arrays.copyOfRange(body, 1, body.length));
            }
        };
    }

    private Packet challenged(Packet command) {
        var own = command.security().length > 1 && command.security()[1] == 1;
        var key = keys.load();
        if (own && key.isEmpty()
                || !own && key.isPresent()
                || command.data().length != SecureChannel.RANDOM_LENGTH) {
            return nak(command, 6);
        }
        var randomB = new byte[SecureChannel.RANDOM_LENGTH];
        random.nextBytes(randomB);
        var next =
                new SecureChannel(
                        key.orElseGet(SecureChannel::defaultKey), command.data(), randomB);
        offered = next;
        var data = Arrays.copyOf(new byte[] {'L', 'O', 'D', 'G', 'E'}, 32);
        data[7] = (byte) address;
        System.arraycopy(randomB, 0, data, 8, 8);
        System.arraycopy(next.clientCryptogram(), 0, data, 16, 16);
        return secured(command, SecureChannel.CRYPTOGRAM, own ? 1 : 0, 0x76, data);
    }

    private Packet proven(Packet command) {
        var next = offered;
        if (next == null || !SecureChannel.same(next.serverCryptogram(), command.data())) {
            forget();
            return nak(command, 6);
        }
        channel = next;
        secure = true;
        return secured(command, SecureChannel.INITIAL_MAC, 1, 0x78, next.initialMac());
    }

    private Packet secured(Packet command, int type, int value, int code, byte[] data) {
        return new Packet(
                address,
                true,
                command.sequence(),
                true,
                new byte[] {(byte) type, (byte) value},
                code,
                data,
                new byte[0]);
    }

    private Packet nak(Packet command, int code) {
        return Packet.plain(address, true, command.sequence(), NAK, new byte[] {(byte) code});
    }

    /// @return code and data of the answer
    private byte[] done(Packet command, boolean inChannel) {
        var data = command.data();
        return switch (command.code()) {
            case 0x60 -> {
                var event = inChannel || keys.load().isEmpty() ? state.nextEvent() : null;
                yield event == null ? new byte[] {ACK} : event;
            }
            case 0x61 ->
                    new byte[] {0x45, 0x4C, 0x4F, 0x44, 1, 1, 0, 0, 0, (byte) address, 1, 0, 0};
            case 0x62 ->
                    new byte[] {
                        0x46, 1, 1, ReaderState.INPUTS, 2, 4, 2, 4, 1, 1, 5, 1, 1, 8, 1, 0, 9, 1, 1
                    };
            case 0x64 -> state.localStatus();
            case 0x65 -> state.inputStatus();
            case 0x68 -> {
                if (data.length >= 4 && data[1] == 5) {
                    output.strike(data[0] & 0xFF, data[2] & 0xFF | (data[3] & 0xFF) << 8);
                }
                yield new byte[] {ACK};
            }
            case 0x69 -> {
                if (data.length >= 14 && data[2] == 2) {
                    output.light(Command.Colour.values()[data[5] & 7].name());
                }
                yield new byte[] {ACK};
            }
            case 0x6A -> {
                if (data.length >= 5) {
                    output.beeps(data[4] & 0xFF);
                }
                yield new byte[] {ACK};
            }
            case 0x6B -> new byte[] {ACK};
            case 0x75 -> {
                if (!inChannel || data.length != 2 + SecureChannel.KEY_LENGTH) {
                    yield new byte[] {NAK, 6};
                }
                keys.store(Arrays.copyOfRange(data, 2, data.length));
                yield new byte[] {ACK};
            }
            default -> new byte[] {NAK, 3};
        };
    }

    @Override
    public void close() {
        closing = true;
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("The reader's port could not be closed", e);
        }
    }
}
