package app.lodge.core.topups;

import java.util.regex.Pattern;

/// Finds what may be a payment card's number (ISO/IEC 7812: 13 to 19 digits with a Luhn check), so that
/// none is ever kept (ID-28).
final class CardNumbers {

    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ -]?[0-9]){12,}");

    private CardNumbers() {}

    static boolean within(String text) {
        return DIGITS.matcher(text)
                .results()
                .map(run -> run.group().replaceAll("[ -]", ""))
                .anyMatch(digits -> digits.length() <= 19 && luhn(digits));
    }

    private static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
