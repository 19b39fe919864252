package app.lodge.core.selfservice;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the site has decided about self-service.
///
/// @param codeHours how long a code holds, 1 to 720 (ID-23)
/// @param wrongTries after this many wrong ones a code is spent, 1 to 20
/// @param barredHours for how long nothing is released after an owner's address changed, 0 to 2160 (ID-24)
/// @param majorityYears at which age links end that end at majority, 14 to 25 (ID-25)
/// @param fields what a holder sees and may ask to change; what is not named is {@link Access#VISIBLE}
public record SelfServiceRules(
        int codeHours,
        int wrongTries,
        int barredHours,
        int majorityYears,
        Map<PersonField, Access> fields) {

    /// A holder and one of their own fields (ID-09).
    public enum Access {
        VISIBLE,
        EDITABLE,
        STAFF_ONLY
    }

    public static final SelfServiceRules STANDARD =
            new SelfServiceRules(
                    48,
                    5,
                    72,
                    18,
                    Map.of(
                            PersonField.EMAIL, Access.EDITABLE,
                            PersonField.PHONE, Access.EDITABLE,
                            PersonField.STREET, Access.EDITABLE,
                            PersonField.HOUSE_NUMBER, Access.EDITABLE,
                            PersonField.POSTCODE, Access.EDITABLE,
                            PersonField.TOWN, Access.EDITABLE,
                            PersonField.COUNTRY, Access.EDITABLE));

    public SelfServiceRules {
        fields = fields.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(fields));
    }

    public Access access(PersonField field) {
        return fields.getOrDefault(field, Access.VISIBLE);
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        range("codeHours", codeHours, 1, 720, problems);
        range("wrongTries", wrongTries, 1, 20, problems);
        range("barredHours", barredHours, 0, 2160, problems);
        range("majorityYears", majorityYears, 14, 25, problems);
        return problems;
    }

    private static void range(
            String field, int value, int least, int most, List<Problem> problems) {
        if (value < least || value > most) {
            problems.add(Problem.of(field, value, "settings.range", least, most));
        }
    }
}
