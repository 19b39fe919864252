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

    record Transfer(int request, int from, int to, long cents) implements Action {}

    record PayOut(int request, int person, long cents) implements Action {}

    /// @param cents below zero to take away
    record Correct(int request, int person, long cents) implements Action {}

    record Reverse(int request, int posting) implements Action {}

    record Refund(int request, int posting, long cents) implements Action {}

    /// @param most below zero to take the limit away
    record SetLimit(int person, Limit.Kind kind, long most) implements Action {}

    private static Action move(Random random, long amount) {
        var request = 200 + random.nextInt(60);
        var person = 1 + random.nextInt(3);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Transfer(request, person, 1 + random.nextInt(3), amount);
            case 2 -> new PayOut(request, person, amount);
            case 3 -> new Correct(request, person, random.nextBoolean() ? amount : -amount);
            case 4, 5 -> new Reverse(request, 1 + random.nextInt(20));
            case 6 -> new Refund(request, 1 + random.nextInt(20), amount);
            default ->
                    new SetLimit(
                            person,
                            new Limit.Kind[] {
                                        Limit.Kind.OVERDRAFT,
                                        Limit.Kind.SPENT_PER_DAY,
                                        Limit.Kind.PAYMENTS_PER_DAY,
                                        Limit.Kind.TRANSFERRED_PER_DAY
                                    }
                                    [random.nextInt(4)],
                            random.nextInt(4) == 0 ? -1 : random.nextInt(40) * 50L);
        };
    }

    static Action random(Random random) {
        var device = random.nextInt(20) == 0 ? 9 : 1 + random.nextInt(2);
        var person = random.nextInt(15) == 0 ? 99 : 1 + random.nextInt(3);
        var cents = new long[] {1, 5, 100, 250, 700, 5_000, 60_000, 0, -10};
        var amount = cents[random.nextInt(10) == 0 ? random.nextInt(9) : random.nextInt(6)];
        return switch (random.nextInt(24)) {
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
            case 15, 16, 17, 18, 19, 20, 21, 22 -> move(random, amount);
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
