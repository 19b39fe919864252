package app.lodge.core.accounts;

import java.util.Random;

/// One thing that somebody does to the books of a small {@link Site}, for generated sequences.
///
/// People are 1 to 3 and 99 (nobody), devices 1 and 2 and, rarely, 9 (none). The few keys make repeats
/// and reuse frequent.
sealed interface Action {

    record TopUp(int request, int person, long cents, PaymentMeans means) implements Action {}

    record Authorise(int device, int ask, int person, long cents, boolean dollars)
            implements Action {}

    /// @param ask 0 for an offline payment
    /// @param minute of the device's clock, after the start
    record Book(int device, int seq, int ask, int person, long cents, int minute)
            implements Action {}

    record Release(int device, int ask) implements Action {}

    record Expire(int minutesLater) implements Action {}

    record BlockAccount(int request, int person, boolean blocked) implements Action {}

    record BlockMedium(int person, boolean blocked) implements Action {}

    record BlockPerson(int person, boolean blocked) implements Action {}

    static Action random(Random random) {
        var device = random.nextInt(20) == 0 ? 9 : 1 + random.nextInt(2);
        var person = random.nextInt(15) == 0 ? 99 : 1 + random.nextInt(3);
        var cents = new long[] {1, 5, 100, 250, 700, 5_000, 60_000, 0, -10};
        var amount = cents[random.nextInt(10) == 0 ? random.nextInt(9) : random.nextInt(6)];
        return switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                    new TopUp(
                            random.nextInt(25),
                            1 + random.nextInt(3),
                            amount,
                            PaymentMeans.values()[random.nextInt(2)]);
            case 3, 4, 5, 6, 7 ->
                    new Authorise(
                            device, 1 + random.nextInt(8), person, amount, random.nextInt(25) == 0);
            case 8, 9, 10, 11, 12 ->
                    new Book(
                            1 + random.nextInt(2),
                            1 + random.nextInt(12),
                            random.nextInt(9),
                            person,
                            Math.max(1, amount),
                            random.nextInt(4) * 5);
            case 13 -> new Release(1 + random.nextInt(2), 1 + random.nextInt(8));
            case 14 -> new Expire(random.nextInt(20));
            default ->
                    switch (random.nextInt(3)) {
                        case 0 ->
                                new BlockAccount(
                                        100 + random.nextInt(30),
                                        1 + random.nextInt(3),
                                        random.nextBoolean());
                        case 1 -> new BlockMedium(1 + random.nextInt(3), random.nextBoolean());
                        default -> new BlockPerson(1 + random.nextInt(3), random.nextBoolean());
                    };
        };
    }
}
