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
    final String text;

    private IndexedPerson(long number, byte[] order, String text) {
        this.number = number;
        this.order = order;
        this.text = text;
    }

    /// @param number the person's ID
    /// @param others e-mail, group
    public static IndexedPerson of(
            long number,
            String givenName,
            String familyName,
            String personnelNumber,
            String... others) {
        var words = new LinkedHashSet<String>();
        addWords(words, familyName);
        addWords(words, givenName);
        words.add(Long.toString(number));
        words.add("%07d".formatted(number));
        if (!personnelNumber.isEmpty()) {
            words.addAll(Folding.words(personnelNumber));
            words.add(Folding.number(personnelNumber));
        }
        for (var other : others) {
            addWords(words, other);
        }
        return new IndexedPerson(number, order(number, familyName, givenName), joined(words));
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

    private static String joined(Set<String> words) {
        var text = new StringBuilder(96);
        for (var word : words) {
            text.append(WORD).append(word);
        }
        return text.toString();
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
