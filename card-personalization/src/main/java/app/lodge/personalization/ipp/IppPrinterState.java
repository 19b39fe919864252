package app.lodge.personalization.ipp;

import java.util.ArrayList;
import java.util.List;

/// How a printer is, in its own words.
///
/// @param stopped it prints nothing until somebody has been at it
/// @param accepting it takes jobs
/// @param reasons keywords of RFC 8011 §5.4.12 without `none`, `media-empty-error`
/// @param server a queue of CUPS: it knows that the data were handed on, not what became of them
/// @param formats what documents may be
/// @param twoSided it prints both sides
/// @param levels of its supplies, as far as it tells
public record IppPrinterState(
        boolean stopped,
        boolean accepting,
        List<String> reasons,
        boolean server,
        List<String> formats,
        boolean twoSided,
        List<Level> levels) {

    static final List<String> ASKED =
            List.of(
                    "printer-state",
                    "printer-state-reasons",
                    "printer-is-accepting-jobs",
                    "document-format-supported",
                    "sides-supported",
                    "cups-version",
                    "marker-names",
                    "marker-levels",
                    "marker-types");

    private static final int STOPPED = 5;

    /// @param name as the printer calls it
    /// @param kind `ribbon`, `toner`, `waste-toner` …; empty if it does not say
    /// @param percent 0 to 100
    public record Level(String name, String kind, int percent) {}

    static IppPrinterState of(IppAnswer.Group told) {
        return new IppPrinterState(
                told.number("printer-state", STOPPED) == STOPPED,
                told.holds("printer-is-accepting-jobs", true),
                reasons(told.texts("printer-state-reasons")),
                !told.text("cups-version").isEmpty(),
                told.texts("document-format-supported"),
                told.texts("sides-supported").contains("two-sided-long-edge"),
                levels(told));
    }

    static List<String> reasons(List<String> keywords) {
        return keywords.stream().filter(each -> !each.equals("none")).toList();
    }

    /// Negative levels say "unknown" in three ways (PWG 5100.9 §5.1).
    private static List<Level> levels(IppAnswer.Group told) {
        var names = told.texts("marker-names");
        var kinds = told.texts("marker-types");
        var percents = told.numbers("marker-levels");
        var levels = new ArrayList<Level>();
        for (int i = 0; i < Math.min(names.size(), percents.size()); i++) {
            int percent = percents.get(i);
            if (percent >= 0 && percent <= 100) {
                levels.add(new Level(names.get(i), i < kinds.size() ? kinds.get(i) : "", percent));
            }
        }
        return List.copyOf(levels);
    }
}
