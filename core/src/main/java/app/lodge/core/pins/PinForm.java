package app.lodge.core.pins;

import app.lodge.core.books.Problem;
import app.lodge.core.pins.HolderPins.Rules;
import java.util.ArrayList;
import java.util.List;

/// Whether a PIN is one that the site takes. No problem carries the PIN itself.
final class PinForm {

    private PinForm() {}

    static List<Problem> problems(Rules rules, char[] pin) {
        var digits = pin.length >= rules.shortest() && pin.length <= rules.longest();
        for (var each : pin) {
            digits &= each >= '0' && each <= '9';
        }
        if (!digits) {
            return List.of(
                    Problem.of(
                            "pin",
                            pin.length,
                            "holder-pins.form",
                            rules.shortest(),
                            rules.longest()));
        }
        return rules.refuseTrivial() && trivial(pin)
                ? List.of(Problem.of("pin", pin.length, "holder-pins.trivial"))
                : List.of();
    }

    /// Steps of one in one direction, 9 and 0 being neighbours, or the same part again and again.
    static boolean trivial(char[] pin) {
        return steps(pin, 1) || steps(pin, 9) || repeats(pin);
    }

    private static boolean steps(char[] pin, int by) {
        for (var i = 1; i < pin.length; i++) {
            if ((pin[i] - pin[i - 1] + 10) % 10 != by) {
                return false;
            }
        }
        return true;
    }

    private static boolean repeats(char[] pin) {
        for (var part = 1; part <= pin.length / 2; part++) {
            var same = pin.length % part == 0;
            for (var i = part; same && i < pin.length; i++) {
                same = pin[i] == pin[i - part];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    static List<Problem> problems(Rules rules) {
        var problems = new ArrayList<Problem>();
        if (rules.shortest() < Rules.SHORTEST || rules.shortest() > Rules.LONGEST) {
            problems.add(outside("shortest", rules.shortest()));
        }
        if (rules.longest() < Rules.SHORTEST || rules.longest() > Rules.LONGEST) {
            problems.add(outside("longest", rules.longest()));
        }
        if (problems.isEmpty() && rules.longest() < rules.shortest()) {
            problems.add(
                    Problem.of(
                            "longest",
                            rules.longest(),
                            "holder-pins.longest-below-shortest",
                            rules.shortest()));
        }
        return problems;
    }

    private static Problem outside(String field, int value) {
        return Problem.of(field, value, "holder-pins.length", Rules.SHORTEST, Rules.LONGEST);
    }
}
