package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.CardContext.Command;
import app.lodge.personalization.virtual.CardContext.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a DESFire card talks in frames: long commands gathered, long answers cut, authentications in
/// two steps, and what a refusal ends.
final class NativeTalk {

    private static final int FRAME = 59;
    private static final int OK = 0x00;
    private static final int MORE = 0xAF;

    private final CardContext context;
    private final CardAuthentication authentication;
    private final boolean knowsEv2;
    private final Function<Command, Reply> commands;
    private final Deque<byte[]> outgoing = new ArrayDeque<>();
    private @Nullable Command collecting;

    /// @param commands carries one out whole
    NativeTalk(
            CardContext context,
            CardAuthentication authentication,
            boolean knowsEv2,
            Function<Command, Reply> commands) {
        this.context = context;
        this.authentication = authentication;
        this.knowsEv2 = knowsEv2;
        this.commands = commands;
    }

    /// @param ins the native command, MORE for a further frame
    /// @return one frame and its two status bytes
    byte[] answer(int ins, byte[] data) {
        try {
            byte[] frame = frame(ins, data);
            int status =
                    !outgoing.isEmpty() || collecting != null || authentication.underWay()
                            ? MORE
                            : OK;
            return Bytes.join(frame, Bytes.of(0x91, status));
        } catch (Refusal refusal) {
            outgoing.clear();
            collecting = null;
            authentication.forget();
            if (refusal.status() != Refusal.NO_CHANGES) {
                context.selected.abort();
                if (!(context.session instanceof SecureD40)) {
                    context.endSession();
                }
            }
            return Bytes.of(0x91, refusal.status());
        }
    }

    private byte[] frame(int ins, byte[] data) {
        if (ins == MORE) {
            return continued(data);
        }
        outgoing.clear();
        collecting = null;
        authentication.forget();
        return switch (ins) {
            case CardAuthentication.D40,
                    CardAuthentication.ISO,
                    CardAuthentication.AES,
                    CardAuthentication.EV2_FIRST,
                    CardAuthentication.EV2_NON_FIRST -> {
                boolean ev2 =
                        ins == CardAuthentication.EV2_FIRST
                                || ins == CardAuthentication.EV2_NON_FIRST;
                if (ev2 && !knowsEv2) {
                    throw new Refusal(Refusal.ILLEGAL_COMMAND);
                }
                yield authentication.begin(ins, new Command(ins, data).at(0));
            }
            default -> collected(new Command(ins, data));
        };
    }

    private byte[] continued(byte[] data) {
        if (authentication.underWay()) {
            return authentication.finish(data);
        }
        if (!outgoing.isEmpty()) {
            return outgoing.removeFirst();
        }
        Command begun = collecting;
        if (begun == null) {
            throw new Refusal(Refusal.ILLEGAL_COMMAND);
        }
        collecting = null;
        return collected(new Command(begun.ins(), Bytes.join(begun.data(), data)));
    }

    /// Waits for the rest of a write, or carries the command out and cuts its answer into frames.
    private byte[] collected(Command command) {
        if (FileCommands.writes(command.ins())) {
            int whole = new FileCommands(context).wholeLength(command);
            if (command.data().length < whole) {
                collecting = command;
                return new byte[0];
            }
        }
        Reply reply = commands.apply(command);
        byte[] answer = context.sealed(reply);
        int from = 0;
        for (int length : framed(command.ins())) {
            outgoing.add(Bytes.slice(answer, from, length));
            from += length;
        }
        for (int at = from; at == 0 || at < answer.length; at += FRAME) {
            outgoing.add(Bytes.slice(answer, at, Math.min(FRAME, answer.length - at)));
        }
        return outgoing.removeFirst();
    }

    /// Lengths of frames that a command's answer begins with.
    private int[] framed(int ins) {
        return switch (ins) {
            case 0x60 -> new int[] {7, 7};
            case 0x6D -> {
                var names = context.memory.names();
                yield names.stream()
                        .limit(Math.max(0, names.size() - 1))
                        .mapToInt(it -> it.length)
                        .toArray();
            }
            default -> new int[0];
        };
    }
}
