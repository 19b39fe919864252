package app.lodge.core.purse;

import app.lodge.core.books.Problem;
import java.util.ArrayList;
import java.util.List;

/// What the law of a country says about value on cards (CHAIN-20). Lodge knows no laws: whoever answers
/// for the site writes down what holds there.
///
/// @param country ISO 3166-1, two capital letters; empty where nobody said
/// @param loss whose lost cards move to a replacement
/// @param identifiedAbove highest value of a card without a name, in minor units; 0 for no such limit
public record PurseLaw(String country, Loss loss, long identifiedAbove) {

    private static final long MOST = 100_000_000;

    /// No country, every loss is taken, no limit for cards without a name.
    public static final PurseLaw NONE = new PurseLaw("", Loss.ALL, 0);

    /// Whether the loss of a card can be reported, so that what it held is saved.
    public enum Loss {
        ALL,
        /// A card without a name is lost like a banknote.
        NAMED,
        NONE
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (!country.matches("([A-Z]{2})?")) {
            problems.add(Problem.of("country", country, "purse.rule-country"));
        }
        if (identifiedAbove < 0 || identifiedAbove > MOST) {
            problems.add(
                    Problem.of("identifiedAbove", identifiedAbove, "purse.rule-range", 0, MOST));
        }
        return problems;
    }

    boolean takesLoss(boolean nameless) {
        return switch (loss) {
            case ALL -> true;
            case NAMED -> !nameless;
            case NONE -> false;
        };
    }

    /// Whether a card must have a name to hold this much, in minor units.
    boolean wantsName(long value) {
        return identifiedAbove > 0 && value > identifiedAbove;
    }
}
