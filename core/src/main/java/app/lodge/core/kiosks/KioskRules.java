package app.lodge.core.kiosks;

import app.lodge.core.books.Problem;
import java.util.ArrayList;
import java.util.List;

/// How much a holder gets back in cash (ID-31).
///
/// @param mostPerPayOut in minor units of the site's currency; 0 for none
/// @param mostPerDay the same, for one account at all devices together
public record KioskRules(long mostPerPayOut, long mostPerDay) {

    public static final KioskRules STANDARD = new KioskRules(5_000, 10_000);

    /// 10,000.00 where a unit has two digits.
    public static final long HIGHEST = 1_000_000;

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (mostPerPayOut < 0 || mostPerPayOut > HIGHEST) {
            problems.add(Problem.of("mostPerPayOut", mostPerPayOut, "kiosks.limit", HIGHEST));
        }
        if (mostPerDay < mostPerPayOut || mostPerDay > HIGHEST) {
            problems.add(
                    Problem.of(
                            "mostPerDay", mostPerDay, "kiosks.limit-day", mostPerPayOut, HIGHEST));
        }
        return problems;
    }
}
