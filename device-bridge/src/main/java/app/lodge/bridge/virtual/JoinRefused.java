package app.lodge.bridge.virtual;

import java.io.IOException;

/// The bridge did not let a device join.
public final class JoinRefused extends IOException {

    private final String problem;

    JoinRefused(String name, String problem) {
        super("%s may not join: %s".formatted(name, problem));
        this.problem = problem;
    }

    /// As the field protocol names it, `WRONG_CODE`.
    public String problem() {
        return problem;
    }
}
