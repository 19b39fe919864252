package app.lodge.core.people;

/// A person as the books hold it.
///
/// @param key the person's own key, wrapped
record StoredPerson(Person person, byte[] key) {}
