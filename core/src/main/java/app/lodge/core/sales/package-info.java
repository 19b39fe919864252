/// What payment points sold, and who came where how often, in sums (ID-51, ID-52). Open {@code Sales} first.
@NullMarked
package app.lodge.core.sales;

import org.jspecify.annotations.NullMarked;
