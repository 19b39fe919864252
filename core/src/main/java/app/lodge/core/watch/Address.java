package app.lodge.core.watch;

import app.lodge.core.books.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where messages go: what is wrong with an address, or with the secret that its calls are signed with.
public final class Address {

    static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\\r\\n]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final int LONGEST_HOOK = 500;
    private static final int SHORTEST_SECRET = 16;

    private Address() {}

    public static void mail(String field, String address, List<Problem> problems) {
        if (!MAIL.matcher(address).matches()) {
            problems.add(Problem.of(field, address, "watch.address"));
        }
    }

    public static void hook(String field, String typed, List<Problem> problems) {
        try {
            var address = new URI(typed);
            var host = address.getHost();
            var safe =
                    "https".equals(address.getScheme())
                            || "http".equals(address.getScheme())
                                    && host != null
                                    && HERE.contains(host);
            if (!safe || host == null || typed.length() > LONGEST_HOOK) {
                problems.add(Problem.of(field, typed, "watch.hook-address"));
            }
        } catch (URISyntaxException e) {
            problems.add(Problem.of(field, typed, "watch.hook-address"));
        }
    }

    /// @param secret null to keep the one that is stored
    public static void secret(@Nullable String secret, boolean stored, List<Problem> problems) {
        if (secret == null ? !stored : secret.length() < SHORTEST_SECRET) {
            problems.add(Problem.of("secret", "", "watch.hook-secret", SHORTEST_SECRET));
        }
    }
}
