package app.lodge.core.people;

import static app.lodge.core.people.PersonField.*;

import app.lodge.core.books.Problem;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a person's details can be kept: everything that is wrong at once, field by field.
public final class PersonCheck {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321 4.5.3.1.1
    private static final Pattern LOCAL_PART =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern DOMAIN_LABEL =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");
    private static final Pattern PHONE_FORM = Pattern.compile("\\+?[0-9 ()/.-]*+(x[0-9]{1,6})?");
    private static final Pattern NUMBER_FORM =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._/-]*+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final InstantSource clock;

    public PersonCheck(InstantSource clock) {
        this.clock = clock;
    }

    public List<Problem> problems(PersonDetails details) {
        var problems = new ArrayList<Problem>();
        for (var field : PersonField.values()) {
            checkText(field, field.of(details), problems);
        }
        require(GIVEN_NAME, details.givenName(), problems);
        require(FAMILY_NAME, details.familyName(), problems);
        checkBirth(details, problems);
        checkForm(
                EMAIL, details.email(), email(details.email()), "people.email-malformed", problems);
        checkForm(
                PHONE,
                details.phone(),
                PHONE_FORM.matcher(details.phone()).matches() && digits(details.phone()) >= 3,
                "people.phone-malformed",
                problems);
        checkForm(
                PERSONNEL_NUMBER,
                details.personnelNumber(),
                NUMBER_FORM.matcher(details.personnelNumber()).matches(),
                "people.personnel-number-malformed",
                problems);
        checkForm(
                COUNTRY,
                details.country(),
                COUNTRIES.contains(details.country()),
                "people.country-unknown",
                problems);
        return problems;
    }

    private static void require(PersonField field, String value, List<Problem> problems) {
        if (value.isEmpty()) {
            problems.add(Problem.of(field.key(), "", "people.name-missing"));
        }
    }

    /// A text that a spreadsheet would compute is refused here, so that no export can carry it.
    private static void checkText(PersonField field, String value, List<Problem> problems) {
        if (value.length() > field.longest() && field != COUNTRY) {
            problems.add(Problem.of(field.key(), value, "people.too-long", field.longest()));
        } else if (!printable(value)) {
            problems.add(Problem.of(field.key(), visible(value), "people.unprintable"));
        } else if (value.startsWith("=") || value.startsWith("@")) {
            problems.add(Problem.of(field.key(), value, "people.formula-like"));
        }
    }

    private void checkBirth(PersonDetails details, List<Problem> problems) {
        var birth = details.birthDate();
        if (birth == null) {
            return;
        }
        // The day that has already begun somewhere: nobody born today is refused at any site.
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        if (birth.isAfter(today)) {
            problems.add(Problem.of(BIRTH_DATE.key(), birth, "people.birth-date-future", today));
        } else if (birth.isBefore(EARLIEST_BIRTH)) {
            problems.add(
                    Problem.of(BIRTH_DATE.key(), birth, "people.birth-date-early", EARLIEST_BIRTH));
        }
    }

    private static void checkForm(
            PersonField field,
            String value,
            boolean wellFormed,
            String key,
            List<Problem> problems) {
        var saidAlready = problems.stream().anyMatch(p -> p.field().equals(field.key()));
        if (!value.isEmpty() && !wellFormed && !saidAlready) {
            problems.add(Problem.of(field.key(), value, key));
        }
    }

    private static boolean email(String value) {
        var at = value.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || value.length() > EMAIL.longest()) {
            return false;
        }
        var labels = value.substring(at + 1).split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (var label : labels) {
            if (!DOMAIN_LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return LOCAL_PART.matcher(value.substring(0, at)).matches();
    }

    private static long digits(String value) {
        return value.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean printable(String value) {
        return value.codePoints().noneMatch(PersonCheck::unprintable);
    }

    private static String visible(String value) {
        var out = new StringBuilder();
        value.codePoints().forEach(c -> out.appendCodePoint(unprintable(c) ? '\uFFFD' : c));
        return out.toString();
    }

    private static boolean unprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            // bidirectional overrides would make a card show another name than was typed
            case Character.FORMAT -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            default -> c == 0xFFFD;
        };
    }
}
