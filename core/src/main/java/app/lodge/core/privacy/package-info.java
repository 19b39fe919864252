/// Deleted is deleted: erasure with its certificate, legal hold, retention, and everything about one
/// person in one export (ID-57, ID-58). Open {@code Privacy} first, then {@code Erasing}.
@NullMarked
package app.lodge.core.privacy;

import org.jspecify.annotations.NullMarked;
