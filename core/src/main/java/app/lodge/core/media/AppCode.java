package app.lodge.core.media;

import java.util.HexFormat;
import java.util.Optional;

/// What an app shows, and what a point sends in a credential's place: ten figures that name the app, then
/// eight that hold for half a minute. Nine bytes of two figures each, as no chip's number has (ID-07).
///
/// @param app 0 to 9,999,999,999
/// @param code 0 to 99,999,999
public record AppCode(long app, int code) {

    static final int FIGURES = 8;

    private static final int FIGURES_OF_APP = 10;
    private static final long APPS = 10_000_000_000L;
    private static final int CODES = 100_000_000;

    /// In a code's place in the number by which the books know the app: figures never are that, so nobody
    /// can show it.
    private static final String NO_CODE = "FFFFFFFF";

    public AppCode {
        if (app < 0 || app >= APPS || code < 0 || code >= CODES) {
            throw new IllegalArgumentException("There is no app %d with that code".formatted(app));
        }
    }

    /// @return empty if it is a chip's number
    public static Optional<AppCode> of(Uid credential) {
        return ofFigures(credential.hex());
    }

    /// @param typed 18 figures, with or without spaces; eight alone are no code of an app
    public static Optional<AppCode> typed(String typed) {
        return ofFigures(typed.replaceAll("\\s", ""));
    }

    private static Optional<AppCode> ofFigures(String all) {
        return all.matches("[0-9]{18}")
                ? Optional.of(
                        new AppCode(
                                Long.parseLong(all.substring(0, FIGURES_OF_APP)),
                                Integer.parseInt(all.substring(FIGURES_OF_APP))))
                : Optional.empty();
    }

    /// Whether it is the number by which the books know an app, which no app ever shows.
    public static boolean standing(Uid credential) {
        return credential.hex().matches("[0-9]{10}" + NO_CODE);
    }

    /// The number by which the books know the app.
    static Uid standing(long app) {
        return new Uid("%010d%s".formatted(app, NO_CODE));
    }

    /// The number by which the books know this app.
    public Uid medium() {
        return standing(app);
    }

    /// As it goes over the wire.
    public Uid credential() {
        return Uid.of(HexFormat.of().parseHex("%010d%08d".formatted(app, code)));
    }

    /// As people read it: `1234567890 1234 5678`.
    public String shown() {
        return "%010d %04d %04d".formatted(app, code / 10_000, code % 10_000);
    }

    /// The code stands for its holder while it holds, so it is not written down.
    @Override
    public String toString() {
        return "AppCode[%010d]".formatted(app);
    }
}
