package app.lodge.desktop.commandline;

import java.util.List;

/// What was typed cannot be meant: exit status 2. Carries the sentence's key, so that it is said in
/// the reader's language, at one place.
final class WrongUsage extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    WrongUsage(String key, Object... arguments) {
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
