package app.lodge.reports.rendering;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Draws one page that nobody sees, so that classes and fonts are there when the first report is asked
/// for.
public final class WarmUp {

    private WarmUp() {}

    public static void run() {
        var row = Map.of("posting", "1", "kind", "Łódź 张", "amount", "1.00");
        var printed =
                new Press()
                        .print(
                                new Paper(
                                        "app/lodge/reports/accounts/statement",
                                        "",
                                        "",
                                        Locale.ENGLISH,
                                        Instant.EPOCH,
                                        new Paper.Length.Sheets("%d %d"::formatted),
                                        Map.of("title", "Lodge"),
                                        List.of(row)));
        printed.pdf();
        printed.pictures(36, 1, 1);
    }
}
