package app.lodge.core.products;

import app.lodge.core.books.Problem;
import app.lodge.core.rights.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is wrong with a product, a list or a price that somebody wants to put.
final class ProductCheck {

    static final long MOST = 100_000_000; // minor units

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CATEGORY = 40;
    private static final int MOST_HOURS = 50;
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "hr", "pl", "zh");

    private ProductCheck() {}

    static List<Problem> product(Product product, Set<String> taxCodes) {
        var problems = new ArrayList<Problem>();
        if (product.number() < 1 || product.number() > Product.HIGHEST) {
            problems.add(
                    Problem.of("number", product.number(), "products.number", Product.HIGHEST));
        }
        name("name", product.name(), LONGEST_NAME, false, problems);
        product.names()
                .forEach((language, name) -> {
                    if (!LANGUAGES.contains(language)) {
                        problems.add(
                                Problem.of(
                                        "name." + language,
                                        language,
                                        "products.language",
                                        LANGUAGES.stream()
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
                    }
                    name("name." + language, name, LONGEST_NAME, false, problems);
                });
        name("category", product.category(), LONGEST_CATEGORY, true, problems);
        taxCode(product.taxCode(), taxCodes, problems);
        return problems;
    }

    static List<Problem> list(PriceList draft, List<PriceList> lists, Set<String> taxCodes) {
        var problems = new ArrayList<Problem>();
        name("name", draft.name(), LONGEST_NAME, false, problems);
        if (lists.stream().anyMatch(list -> list.name().equalsIgnoreCase(draft.name().strip()))) {
            problems.add(Problem.of("name", draft.name(), "products.list-name-taken"));
        }
        if (draft.hours().size() > MOST_HOURS) {
            problems.add(
                    Problem.of("hours", draft.hours().size(), "products.hours-many", MOST_HOURS));
        }
        if (draft.hours().stream().anyMatch(window -> window.days().contains(Day.HOLIDAY))) {
            problems.add(Problem.of("hours", "holiday", "products.no-holidays"));
        }
        taxCode(draft.taxCode(), taxCodes, problems);
        return problems;
    }

    static void name(
            String field, String name, int longest, boolean mayBeEmpty, List<Problem> problems) {
        var plain = name.strip();
        if (plain.isEmpty() && !mayBeEmpty
                || plain.length() > longest
                || plain.chars().anyMatch(Character::isISOControl)) {
            problems.add(
                    Problem.of(
                            field,
                            name,
                            mayBeEmpty ? "products.category-length" : "products.name-length",
                            longest));
        }
    }

    private static void taxCode(String code, Set<String> taxCodes, List<Problem> problems) {
        if (!code.isEmpty() && !taxCodes.contains(code)) {
            problems.add(
                    Problem.of(
                            "tax",
                            code,
                            "products.tax-unknown",
                            taxCodes.stream().sorted().collect(Collectors.joining(", "))));
        }
    }
}
