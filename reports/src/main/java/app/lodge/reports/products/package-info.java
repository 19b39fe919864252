/// What was sold, and who came where how often, on paper and as data (ID-51, ID-52). Open
/// {@code ProductsSold} first.
@NullMarked
package app.lodge.reports.products;

import org.jspecify.annotations.NullMarked;
