package app.lodge.core.operators;

import app.lodge.core.books.Problem;
import app.lodge.core.keys.PasswordHash;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;

/// Operators' passwords: how long they are, hashed and compared a few at a time.
public final class Passwords {

    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 256;

    /// Each computation takes 64 MiB: a crowd at the door waits instead of filling the memory.
    private final Semaphore computing = new Semaphore(2);

    private final PasswordHash passwords;
    private final String nobodysHash;

    public Passwords(PasswordHash passwords) {
        this.passwords = passwords;
        this.nobodysHash = passwords.hash("nobody has this password".toCharArray());
    }

    public static ArrayList<Problem> problems(char[] password) {
        var problems = new ArrayList<Problem>();
        if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
            problems.add(
                    Problem.of(
                            "password",
                            password.length,
                            "operators.password-length",
                            SHORTEST_PASSWORD,
                            LONGEST_PASSWORD));
        }
        return problems;
    }

    /// Takes as long as that of a known name.
    public void verifyNobodys(char[] password) {
        verify(password, nobodysHash);
    }

    public boolean verify(char[] password, String hash) {
        computing.acquireUninterruptibly();
        try {
            return password.length <= LONGEST_PASSWORD && passwords.verify(password, hash);
        } finally {
            computing.release();
        }
    }

    public String hash(char[] password) {
        computing.acquireUninterruptibly();
        try {
            return passwords.hash(password);
        } finally {
            computing.release();
        }
    }
}
