package app.lodge.core.books;

import java.util.UUID;

/// Made by the caller before the first try of a writing call; the same id changes the books once,
/// however often it arrives, and always gets the first answer.
public record RequestId(String value) implements Identifier {

    public RequestId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException(
                    "Request id '%s' must have 1 to 64 characters".formatted(value));
        }
    }

    public static RequestId fresh() {
        return new RequestId(UUID.randomUUID().toString());
    }
}
