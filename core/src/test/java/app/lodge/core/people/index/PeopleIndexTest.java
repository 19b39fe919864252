package app.lodge.core.people.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// The index against a plain filter over the same people.
@Tag("ID-01")
final class PeopleIndexTest {

    @Property(tries = 200)
    void findsWhatAPlainFilterFinds(
            @ForAll("crowds") List<Named> crowd, @ForAll("texts") String text) {
        var index = new PeopleIndex();
        Map<Long, Named> last = new HashMap<>();
        for (var one : crowd) {
            index.put(List.of(one.indexed()));
            last.put(one.number(), one);
        }
        var expected =
                last.values().stream()
                        .filter(one -> one.matches(text))
                        .map(Named::number)
                        .sorted()
                        .toList();
        var found = new ArrayList<Long>();
        String after = null;
        do {
            var page = index.list(text, after, 3, _ -> true);
            found.addAll(page.rows());
            after = page.next();
        } while (after != null);
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.stream().sorted().toList()).isEqualTo(expected);
        assertThat(index.count(text, _ -> true)).isEqualTo(expected.size());
        assertThat(index.size()).isEqualTo(last.size());
        if (!Folding.words(text).isEmpty()) {
            assertThat(index.best(text, 50, _ -> true).stream().sorted().toList())
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 100)
    void putOneByOneOrAllAtOnceIsTheSame(@ForAll("crowds") List<Named> crowd) {
        Map<Long, Named> last = new HashMap<>();
        crowd.forEach(one -> last.put(one.number(), one));
        var single = new PeopleIndex();
        crowd.forEach(one -> single.put(List.of(one.indexed())));
        var whole = new PeopleIndex();
        whole.put(last.values().stream().map(Named::indexed).toList());
        assertThat(single.list("", null, 500, _ -> true))
                .isEqualTo(whole.list("", null, 500, _ -> true));
    }

    @Property(tries = 100)
    void theTableFindsEveryValueOfItsDigestAndNoOther(@ForAll List<Byte> keys) {
        var table = new LongLookup();
        Map<Long, List<Long>> expected = new HashMap<>();
        for (var i = 0; i < keys.size(); i++) {
            var key = (long) (keys.get(i) % 20);
            var of = expected.computeIfAbsent(key, _ -> new ArrayList<>());
            if (i % 5 == 4 && !of.isEmpty()) {
                table.remove(key, of.removeLast());
            } else if (of.size() < LongLookup.MOST_TO_A_DIGEST) {
                table.add(key, i + 1L);
                of.add(i + 1L);
            }
        }
        expected.forEach((key, values) ->
                assertThat(Arrays.stream(table.find(key)).boxed())
                        .containsExactlyInAnyOrderElementsOf(values));
        assertThat(table.find(99)).isEmpty();
    }

    @Provide
    Arbitrary<List<Named>> crowds() {
        var names =
                Arbitraries.of(
                        "Anna",
                        "Ánna",
                        "Müller",
                        "Mueller",
                        "Łęcki",
                        "Đaković",
                        "O'Brien",
                        "王",
                        "Groß",
                        "Gross",
                        "İpek",
                        "anna-lena",
                        "von Öde");
        var numbers = Arbitraries.of("", "42", "0042", "A-7", "1042");
        return Combinators.combine(Arbitraries.longs().between(1, 60), names, names, numbers)
                .as(Named::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                "",
                " ",
                "anna",
                "ANNA",
                "nn",
                "muller",
                "müller",
                "mueller",
                "lecki",
                "Łęck",
                "dak",
                "o'b",
                "王",
                "gross",
                "groß",
                "ipek",
                "42",
                "042",
                "00042",
                "0000007",
                "7",
                "a-7",
                "anna 4",
                "muller, anna",
                "öde von",
                "zzz",
                "\n",
                "0");
    }

    record Named(long number, String given, String family, String personnelNumber) {

        IndexedPerson indexed() {
            return IndexedPerson.of(number, given, family, personnelNumber, "", "", "");
        }

        /// Written apart from the index, word by word.
        boolean matches(String text) {
            var words = new ArrayList<String>();
            for (var part :
                    List.of(
                            given,
                            family,
                            personnelNumber,
                            number + "",
                            "%07d".formatted(number))) {
                words.addAll(Folding.words(part));
                words.addAll(Folding.words(Folding.spelledOut(part)));
            }
            return Folding.words(text).stream()
                    .allMatch(sought -> words.stream().anyMatch(word -> hit(word, sought)));
        }

        private static boolean hit(String word, String sought) {
            if (word.contains(sought)) {
                return true;
            }
            var digits = sought.chars().allMatch(Character::isDigit);
            var bare = digits ? sought.replaceFirst("^0+(?=.)", "") : sought;
            var plain =
                    word.chars().allMatch(Character::isDigit)
                            ? word.replaceFirst("^0+(?=.)", "")
                            : word;
            return digits
                    && !bare.equals(sought)
                    && (plain.startsWith(bare) || word.startsWith(bare));
        }
    }
}
