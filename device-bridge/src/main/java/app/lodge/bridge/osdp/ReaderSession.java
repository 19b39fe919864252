package app.lodge.bridge.osdp;

import app.lodge.bridge.osdp.Command.Ask;
import app.lodge.bridge.osdp.ReaderEvents.Lost;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The panel's side of one reader: asks, asks again, begins anew, keeps the channel secure. Everything but
/// {@link #send} happens on the line's thread.
final class ReaderSession {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderSession.class);

    /// A reader answers within 200 ms (IEC 60839-11-5, 5.7); serial servers and slow lines take more.
    private static final Duration ANSWER = Duration.ofMillis(400);

    private static final int TRIES = 3;
    private static final int MOST_WAITING = 50;

    private final ReaderPlace place;
    private final Supplier<byte[]> random;
    private final ConcurrentLinkedQueue<Command> waiting = new ConcurrentLinkedQueue<>();
    private @Nullable SecureChannel channel;
    private int sequence;
    private boolean online;
    private @Nullable Lost lost;

    /// @param random 8 bytes each time
    ReaderSession(ReaderPlace place, Supplier<byte[]> random) {
        this.place = place;
        this.random = random;
    }

    ReaderPlace place() {
        return place;
    }

    boolean online() {
        return online;
    }

    /// To be done at the next turn; dropped if the reader is away by then.
    void send(Command command) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(command);
        }
    }

    /// One command and its answer, or one try to reach the reader.
    void turn(Line line, FrameReader frames) throws IOException {
        try {
            if (!online) {
                connect(line, frames);
                return;
            }
            var command = waiting.poll();
            tell(exchange(line, frames, command == null ? new Command.Poll() : command));
        } catch (Gone e) {
            away(e.why());
        }
    }

    void away(Lost why) {
        channel = null;
        waiting.clear();
        if (online || lost != why) {
            online = false;
            lost = why;
            LOG.info("Reader {} is away: {}", place.name(), why);
            place.events().offline(why);
        }
    }

    private void connect(Line line, FrameReader frames) throws IOException, Gone {
        channel = null;
        sequence = 0;
        var identity =
                exchange(line, frames, Ask.ID) instanceof Reply.Identity known
                        ? "%s %d.%d %s"
                                .formatted(
                                        known.vendor(),
                                        known.model(),
                                        known.version(),
                                        known.serial())
                        : "";
        var able =
                exchange(line, frames, Ask.CAPABILITIES) instanceof Reply.Capabilities capabilities
                        && capabilities.secure();
        if (able) {
            secure(line, frames);
        } else if (place.secureOnly()) {
            throw new Gone(Lost.NOT_SECURE);
        }
        online = true;
        lost = null;
        LOG.info("Reader {} is there{}", place.name(), able ? ", secured" : ", not secured");
        place.events().online(identity, able);
        tell(exchange(line, frames, Ask.LOCAL_STATUS));
        tell(exchange(line, frames, Ask.INPUT_STATUS));
    }

    /// With its own key; with one that it may have got; or, if it was never given one, with that of install
    /// mode, and then a key of its own at once.
    private void secure(Line line, FrameReader frames) throws IOException, Gone {
        var keys = place.keys();
        var own = keys.own();
        if (own.isPresent() && handshake(line, frames, own.get(), true)) {
            return;
        }
        var offered = keys.offered();
        if (offered.isPresent() && handshake(line, frames, offered.get(), true)) {
            keys.confirmed();
            place.events().keyChanged();
            return;
        }
        if (own.isPresent() || !handshake(line, frames, SecureChannel.defaultKey(), false)) {
            throw new Gone(Lost.WRONG_KEY);
        }
        give(line, frames, keys.offer());
    }

    private void give(Line line, FrameReader frames, byte[] key) throws IOException, Gone {
        var answer = exchange(line, frames, new Command.KeySet(key));
        if (!(answer instanceof Reply.Ack) || !handshake(line, frames, key, true)) {
            LOG.warn("Reader {} did not take its key: {}", place.name(), answer);
            throw new Gone(Lost.WRONG_KEY);
        }
        place.keys().confirmed();
        place.events().keyChanged();
    }

    /// @return false if the reader does not know the key
    private boolean handshake(Line line, FrameReader frames, byte[] key, boolean own)
            throws IOException, Gone {
        try {
            channel = null;
            sequence = 0;
            var randomA = random.get();
            var select = (byte) (own ? 1 : 0);
            var answer =
                    ask(
                            line,
                            frames,
                            new Command.Challenge(randomA),
                            new byte[] {SecureChannel.CHALLENGE, select});
            if (!(answer instanceof Reply.Cryptogram(_, var randomB, var cryptogram))) {
                return false;
            }
            var next = new SecureChannel(key, randomA, randomB);
            if (!SecureChannel.same(next.clientCryptogram(), cryptogram)) {
                return false;
            }
            var proof =
                    ask(
                            line,
                            frames,
                            new Command.ServerCryptogram(next.serverCryptogram()),
                            new byte[] {SecureChannel.SERVER_CRYPTOGRAM, select});
            if (!(proof instanceof Reply.InitialMac(var mac))
                    || !SecureChannel.same(next.initialMac(), mac)) {
                return false;
            }
            channel = next;
            return true;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Another base key, for a reader that has one.
    void changeKey() {
        send(new Command.KeySet(place.keys().offer()));
    }

    private void tell(Reply reply) throws Gone {
        var events = place.events();
        switch (reply) {
            case Reply.Card card -> events.card(card.reader(), card.bits(), card.hex());
            case Reply.Keys(int reader, var keys) -> events.keys(reader, keys);
            case Reply.LocalStatus(boolean tamper, boolean power) -> events.status(tamper, power);
            case Reply.Inputs(var active) -> events.inputs(active);
            case Reply.Nak(int code) -> refused(code);
            case Reply.Ack _,
                    Reply.Identity _,
                    Reply.Capabilities _,
                    Reply.Outputs _,
                    Reply.Readers _,
                    Reply.Communication _,
                    Reply.Cryptogram _,
                    Reply.InitialMac _,
                    Reply.Busy _,
                    Reply.Other _ -> {
                // nothing that anybody waits for
            }
        }
    }

    private void refused(int code) throws Gone {
        if (code == Reply.Nak.SEQUENCE || code == Reply.Nak.SECURITY_NEEDED) {
            throw new Gone(Lost.NO_ANSWER);
        }
        LOG.debug("Reader {} refused a command: {}", place.name(), code);
    }

    private Reply exchange(Line line, FrameReader frames, Command command)
            throws IOException, Gone {
        var reply = ask(line, frames, command, new byte[0]);
        if (command instanceof Command.KeySet && channel != null && online) {
            // counts from the next handshake on
            throw new Gone(Lost.NO_ANSWER);
        }
        return reply;
    }

    private Reply ask(Line line, FrameReader frames, Command command, byte[] security)
            throws IOException, Gone {
        var plain =
                new Packet(
                        place.address(),
                        false,
                        sequence,
                        true,
                        security,
                        command.code(),
                        command.data(),
                        new byte[0]);
        var secured = channel;
        var bytes = marked((secured == null ? plain : secured.protect(plain)).bytes());
        frames.clear();
        for (var attempt = 0; attempt < TRIES; attempt++) {
            line.write(bytes);
            var answer = await(line, frames);
            if (answer.isEmpty()) {
                continue;
            }
            var packet = answer.get();
            var reply = Reply.of(packet);
            if (reply instanceof Reply.Busy) {
                continue;
            }
            sequence = sequence % 3 + 1;
            if (secured == null) {
                return reply;
            }
            return Reply.of(secured.open(packet).orElseThrow(() -> new Gone(Lost.NO_ANSWER)));
        }
        throw new Gone(Lost.NO_ANSWER);
    }

    /// The reader's answer to the present number; what others say, or said late, is passed over.
    private Optional<Packet> await(Line line, FrameReader frames) throws IOException {
        var buffer = new byte[256];
        var deadline = System.nanoTime() + ANSWER.toNanos();
        for (var left = ANSWER.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            var count = line.read(buffer, Duration.ofNanos(left));
            frames.add(buffer, count);
            for (var packet = frames.next(); packet.isPresent(); packet = frames.next()) {
                var one = packet.get();
                if (one.reply()
                        && one.address() == place.address()
                        && (one.sequence() == sequence || one.sequence() == 0)) {
                    return packet;
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] marked(byte[] frame) {
        var marked = new byte[frame.length + 1];
        marked[0] = (byte) Packet.MARK;
        System.arraycopy(frame, 0, marked, 1, frame.length);
        return marked;
    }

    /// The reader has to be begun with anew.
    private static final class Gone extends Exception {
        private static final long serialVersionUID = 1;
        private final Lost why;

        Gone(Lost why) {
            super(why.name());
            this.why = why;
        }

        Lost why() {
            return why;
        }
    }
}
