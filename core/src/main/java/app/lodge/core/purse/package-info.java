/// Purses on cards as the books have them: what each should hold by its records, what moves between
/// purse, account, drawer and payment points, and what does not add up. Begin at {@link Purses}; what
/// finds frauds is {@link PurseDetector}.
@NullMarked
package app.lodge.core.purse;

import org.jspecify.annotations.NullMarked;
