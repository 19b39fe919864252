package app.lodge.reports.rendering;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Everything that a template is filled with, in words: templates neither format nor translate.
///
/// @param template path of a compiled template among the resources, without its ending
/// @param title for the PDF's properties
/// @param author for the PDF's properties: the site
/// @param at when this was made; the PDF's creation date
/// @param words by the template's parameter; what is not there stays blank
/// @param codes texts by the template's parameter, drawn as QR codes
/// @param rows by the template's field
/// @param following what is laid out after it, each beginning a new page of the same document
public record Paper(
        String template,
        String title,
        String author,
        Locale locale,
        Instant at,
        Length length,
        Map<String, String> words,
        Map<String, String> codes,
        List<Map<String, String>> rows,
        List<Paper> following) {

    public sealed interface Length {

        /// Sheets of paper; what `numbering` says stands in the template's element `page`.
        record Sheets(PageNumbering numbering) implements Length {}

        /// One page as long as its content.
        record Endless() implements Length {}
    }

    /// Says which page of how many this is.
    @FunctionalInterface
    public interface PageNumbering {
        String of(int page, int pages);
    }

    public Paper {
        words = Collections.unmodifiableMap(new HashMap<>(words));
        codes = Map.copyOf(codes);
        rows = Collections.unmodifiableList(rows);
        following = List.copyOf(following);
    }

    /// With others after it, on pages that are counted together.
    public Paper followedBy(List<Paper> others) {
        return new Paper(template, title, author, locale, at, length, words, codes, rows, others);
    }

    /// Alone.
    public Paper(
            String template,
            String title,
            String author,
            Locale locale,
            Instant at,
            Length length,
            Map<String, String> words,
            Map<String, String> codes,
            List<Map<String, String>> rows) {
        this(template, title, author, locale, at, length, words, codes, rows, List.of());
    }

    /// Without codes.
    public Paper(
            String template,
            String title,
            String author,
            Locale locale,
            Instant at,
            Length length,
            Map<String, String> words,
            List<Map<String, String>> rows) {
        this(template, title, author, locale, at, length, words, Map.of(), rows);
    }
}
