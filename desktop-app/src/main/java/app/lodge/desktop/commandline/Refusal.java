package app.lodge.desktop.commandline;

import java.util.List;

/// The site cannot be reached or lets nobody in: exit status 1. Carries the sentence's key.
public final class Refusal extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    public Refusal(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }
}
