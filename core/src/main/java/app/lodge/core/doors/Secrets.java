package app.lodge.core.doors;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What of a call's arguments and answers is secret: arrays of characters, and what is {@link Wiped}.
final class Secrets {

    private Secrets() {}

    static boolean in(@Nullable Object value) {
        return value instanceof char[] || value instanceof Wiped;
    }

    static boolean among(@Nullable Object[] values) {
        return Arrays.stream(values).anyMatch(Secrets::in);
    }

    static void wipe(@Nullable Object value) {
        if (value instanceof char[] secret) {
            Arrays.fill(secret, ' ');
        } else if (value instanceof Wiped secret) {
            secret.wipe();
        }
    }
}
