package app.lodge.reports.rendering;

import app.lodge.core.books.Problem;
import app.lodge.reports.export.Table;
import java.util.function.Supplier;

/// A report before it takes a form.
public sealed interface Listing {

    /// @param subject for the file's name: ASCII letters, digits, `-`; empty for none
    /// @param paper made only for formats that have pages
    record Found(String subject, Table table, Supplier<Paper> paper) implements Listing {}

    /// What the order names does not exist.
    record Missing(Problem problem) implements Listing {}
}
