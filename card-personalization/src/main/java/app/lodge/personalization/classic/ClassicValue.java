package app.lodge.personalization.classic;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.util.Optional;

/// A value with its backup: two value blocks of one sector, main and backup, of which one is whole at
/// every moment. What a card that was pulled away left behind is put right by the next
/// {@link #settle}: never to the card holder's favour, for the lower of two values counts.
///
/// MIFARE Classic's keys are found within minutes: the value here is a copy for readers that are
/// offline, the books are what counts.
public final class ClassicValue {

    private final ClassicCard card;
    private final int main;
    private final int backup;

    /// @param main and `backup`: blocks of one sector, which is open whenever this is used
    public ClassicValue(ClassicCard card, int main, int backup) {
        if (card.size().sectorOf(main) != card.size().sectorOf(backup) || main == backup) {
            throw new IllegalArgumentException(
                    "Blocks %d and %d are no pair of one sector".formatted(main, backup));
        }
        this.card = card;
        this.main = main;
        this.backup = backup;
    }

    /// What a card that may have been torn away holds.
    public sealed interface Settled {

        /// Nothing was amiss.
        record Sound(int value) implements Settled {}

        /// One block was torn or behind, and is right again.
        record Restored(int value) implements Settled {}

        /// Neither block holds a value: only the books know it.
        record Lost() implements Settled {}
    }

    /// Writes both blocks; wants a key that may write.
    public void begin(int value) throws DeviceException {
        card.write(main, new ValueBlock(value, backup & 0xFF).encode());
        card.write(backup, new ValueBlock(value, backup & 0xFF).encode());
    }

    /// Looks at both blocks and puts right what was torn. Any key that may lower the value may do it.
    public Settled settle() throws DeviceException {
        Optional<ValueBlock> first = card.value(main);
        Optional<ValueBlock> second = card.value(backup);
        if (first.isPresent() && second.isPresent()) {
            int one = first.get().value();
            int other = second.get().value();
            if (one == other) {
                return new Settled.Sound(one);
            }
            restore(one < other ? main : backup, one < other ? backup : main);
            return new Settled.Restored(Math.min(one, other));
        }
        if (first.isPresent()) {
            restore(main, backup);
            return new Settled.Restored(first.get().value());
        }
        if (second.isPresent()) {
            restore(backup, main);
            return new Settled.Restored(second.get().value());
        }
        return new Settled.Lost();
    }

    private void restore(int from, int to) throws DeviceException {
        card.copy(from, to);
        prove(from, to);
    }

    /// @param amount 0 to the value
    /// @return the value afterwards
    /// @throws DeviceException with VerifyMismatch if the card has no such value; if the card went away
    ///     in the middle, {@link #settle} tells whether it had been lowered
    public int debit(int amount) throws DeviceException {
        int before = sound();
        if (amount < 0 || amount > before) {
            throw new IllegalArgumentException(
                    "Amount %d is outside 0 to %d".formatted(amount, before));
        }
        card.decrement(main, amount);
        card.copy(main, backup);
        return prove(main, backup);
    }

    /// Wants the key that may raise the value.
    ///
    /// @return the value afterwards
    public int credit(int amount) throws DeviceException {
        int before = sound();
        Math.addExact(before, amount);
        card.increment(main, amount);
        card.copy(main, backup);
        return prove(main, backup);
    }

    private int sound() throws DeviceException {
        return switch (settle()) {
            case Settled.Sound(int value) -> value;
            case Settled.Restored(int value) -> value;
            case Settled.Lost _ ->
                    throw new DeviceException(new DeviceFault.VerifyMismatch("value"));
        };
    }

    private int prove(int one, int other) throws DeviceException {
        var first = card.value(one);
        if (first.isEmpty() || !first.equals(card.value(other))) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("value"));
        }
        return first.get().value();
    }
}
