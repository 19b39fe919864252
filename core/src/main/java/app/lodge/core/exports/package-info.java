/// The data of a site for other systems: one documented table per entity as CSV, XLSX or JSON, on demand
/// and daily to a folder (ID-54). Open {@code Exports} first.
@NullMarked
package app.lodge.core.exports;

import org.jspecify.annotations.NullMarked;
