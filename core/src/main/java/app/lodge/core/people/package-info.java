/// People: enrolment, upkeep, photographs, personnel imports. Open {@code People} first.
@NullMarked
package app.lodge.core.people;

import org.jspecify.annotations.NullMarked;
