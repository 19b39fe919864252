/// People at the desk: the list, enrolment and upkeep, photographs, personnel imports (ID-01…06,
/// ID-11). Open `PeopleView` first.
@NullMarked
package app.lodge.desktop.people;

import org.jspecify.annotations.NullMarked;
