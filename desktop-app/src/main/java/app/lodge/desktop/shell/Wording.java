package app.lodge.desktop.shell;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import app.lodge.core.texts.Texts;

/// Puts messages, problems and the constants of enums into words.
public final class Wording {

    private Wording() {}

    public static String of(Texts texts, Message message) {
        return texts.get(
                message.key(),
                message.arguments().stream().map(argument -> plain(texts, argument)).toArray());
    }

    public static String of(Texts texts, Problem problem) {
        return texts.problem(problem);
    }

    /// The word for a constant, found under `prefix.name-in-kebab-case`.
    public static String of(Texts texts, String prefix, Enum<?> constant) {
        return texts.name(prefix, constant);
    }

    public static String key(String prefix, Enum<?> constant) {
        return prefix + "." + Texts.kebab(constant);
    }

    private static Object plain(Texts texts, Object argument) {
        return switch (argument) {
            case Money money -> texts.money(money);
            case Message inner -> of(texts, inner);
            default -> argument;
        };
    }
}
