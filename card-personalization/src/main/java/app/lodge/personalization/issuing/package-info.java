/// The use case that joins books, encoder and printer: a person's card made in one run, and what
/// became of runs that broke off (ID-40, ID-43). Open {@code CardIssuing} first.
@NullMarked
package app.lodge.personalization.issuing;

import org.jspecify.annotations.NullMarked;
