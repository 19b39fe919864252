package app.lodge.core.purse;

import app.lodge.core.books.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The site's rules for purses; amounts are in minor units of the site's currency (CHAIN-20, CHAIN-22).
///
/// @param maximum highest value of a purse, 1 to 100 000 000
/// @param validMonths how long a new purse is valid, 0 without end, at most 240
/// @param waitingDays before a lost purse moves to its replacement, 0 to 90
/// @param cardType 0 to 255, the site's own numbering, for new purses
/// @param law of the site's country; null in rules kept before there was one
public record PurseRules(
        long maximum, int validMonths, int waitingDays, int cardType, @Nullable PurseLaw law) {

    public static final int MOST_MONTHS = 240;
    public static final int MOST_DAYS = 90;
    public static final int MOST_TYPES = 255;

    /// 150.00, five years, seven days.
    public static final PurseRules STANDARD = new PurseRules(15_000, 60, 7, 1);

    public PurseRules(long maximum, int validMonths, int waitingDays, int cardType) {
        this(maximum, validMonths, waitingDays, cardType, PurseLaw.NONE);
    }

    public PurseLaw inForce() {
        return law == null ? PurseLaw.NONE : law;
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        range(problems, "maximum", maximum, 1, 100_000_000);
        range(problems, "validMonths", validMonths, 0, MOST_MONTHS);
        range(problems, "waitingDays", waitingDays, 0, MOST_DAYS);
        range(problems, "cardType", cardType, 0, MOST_TYPES);
        problems.addAll(inForce().problems());
        return problems;
    }

    private static void range(
            List<Problem> problems, String field, long value, long least, long most) {
        if (value < least || value > most) {
            problems.add(Problem.of(field, value, "purse.rule-range", least, most));
        }
    }
}
