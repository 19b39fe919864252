package app.lodge.core.doors;

import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestReused;
import app.lodge.core.keys.TokenUnavailable;

/// How a broken promise travels: a kind, a sentence for the log, and a code that leads to it there.
record Refusal(Kind kind, String message, String code) {

    enum Kind {
        NOT_SIGNED_IN(401),
        NOT_PERMITTED(403),
        UNKNOWN_VERB(404),
        REQUEST_REUSED(409),
        MALFORMED(400),
        TOO_LARGE(413),
        UNAVAILABLE(503),
        TOKEN_AWAY(503),
        FAULT(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    static Refusal of(Throwable failure) {
        return new Refusal(
                switch (failure) {
                    case NotPermitted _ -> Kind.NOT_PERMITTED;
                    case RequestReused _ -> Kind.REQUEST_REUSED;
                    case BooksUnavailable _ -> Kind.UNAVAILABLE;
                    case TokenUnavailable _ -> Kind.TOKEN_AWAY;
                    default -> Kind.FAULT;
                },
                failure instanceof TokenUnavailable away
                        ? away.token()
                        : String.valueOf(failure.getMessage()),
                code(failure));
    }

    /// Eight hex digits from the root cause's type and place, the same for the same fault.
    static String code(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var trace = root.getStackTrace();
        var place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName();
        return "%08X".formatted((root.getClass().getName() + place).hashCode());
    }
}
