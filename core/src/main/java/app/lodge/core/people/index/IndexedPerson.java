package app.lodge.core.people.index;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/// One person as the index holds it: a sort key and all words in one text, each after a {@link #WORD}.
///
/// The sort key is the collation key (UTS 10, root locale) of the family name, then of the given
/// name, each ended by a zero byte, then the number; unsigned bytes in order.
public final class IndexedPerson {

    static final char WORD = '\n';

    private static final Collator ROOT = Collator.getInstance(ULocale.ROOT).freeze();
    private static final ThreadLocal<Collator> COLLATORS =
            ThreadLocal.withInitial(ROOT::cloneAsThawed);

    final long number;
    final byte[] order;

    /// Words of names and ID first, then those of each {@link Part} in order.
    final String text;

    /// Where the words of names and ID end in the text, then those of each part; unsigned.
    private final char[] ends;

    private IndexedPerson(long number, byte[] order, String text, char[] ends) {
        this.number = number;
        this.order = order;
        this.text = text;
        this.ends = ends;
    }

    /// What may be hidden from whoever seeks: found by nobody who does not see it.
    public enum Part {
        PERSONNEL_NUMBER,
        EMAIL,
        GROUP,
        BRANCH
    }

    /// @param number the person's ID
    public static IndexedPerson of(
            long number,
            String givenName,
            String familyName,
            String personnelNumber,
            String email,
            String group,
            String branch) {
        var always = new LinkedHashSet<String>();
        addWords(always, familyName);
        addWords(always, givenName);
        always.add(Long.toString(number));
        always.add("%07d".formatted(number));
        var text = new StringBuilder(96);
        join(text, always);
        var ends = new char[Part.values().length + 1];
        ends[0] = (char) text.length();
        for (var part : Part.values()) {
            var words = new LinkedHashSet<String>();
            switch (part) {
                case PERSONNEL_NUMBER -> {
                    if (!personnelNumber.isEmpty()) {
                        words.addAll(Folding.words(personnelNumber));
                        words.add(Folding.number(personnelNumber));
                    }
                }
                case EMAIL -> addWords(words, email);
                case GROUP -> addWords(words, group);
                case BRANCH -> addWords(words, branch);
            }
            words.removeAll(always);
            join(text, words);
            ends[part.ordinal() + 1] = (char) text.length();
        }
        return new IndexedPerson(
                number, order(number, familyName, givenName), text.toString(), ends);
    }

    /// The text without the words of some parts.
    String text(Set<Part> hidden) {
        if (hidden.isEmpty()) {
            return text;
        }
        var seen = new StringBuilder(text.length()).append(text, 0, ends[0]);
        for (var part : Part.values()) {
            if (!hidden.contains(part)) {
                seen.append(text, ends[part.ordinal()], ends[part.ordinal() + 1]);
            }
        }
        return seen.toString();
    }

    private static void addWords(Set<String> words, String text) {
        if (text.isEmpty()) {
            return;
        }
        words.addAll(Folding.words(text));
        var spelled = Folding.spelledOut(text);
        if (!spelled.equals(text)) {
            words.addAll(Folding.words(spelled));
        }
    }

    private static void join(StringBuilder text, Set<String> words) {
        for (var word : words) {
            text.append(WORD).append(word);
        }
    }

    private static byte[] order(long number, String familyName, String givenName) {
        var collator = COLLATORS.get();
        var family = collator.getCollationKey(familyName).toByteArray();
        var given = collator.getCollationKey(givenName).toByteArray();
        return ByteBuffer.allocate(family.length + given.length + Long.BYTES)
                .put(family)
                .put(given)
                .putLong(number)
                .array();
    }
}
