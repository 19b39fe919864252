package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.people.PersonId;

/// Knows what a person is called; empty for an actor who may not know, or a person erased.
@FunctionalInterface
public interface PersonNames {

    String nameOf(Actor actor, PersonId person);
}
