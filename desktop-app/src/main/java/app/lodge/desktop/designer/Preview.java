package app.lodge.desktop.designer;

/// With whose data a layout is drawn while it is being made.
enum Preview {
    /// An ordinary person.
    USUAL,
    /// The longest value of every field.
    LONGEST,
    /// Nothing but name and number: no photo, no group, no end.
    BAREST,
    /// Letters that Latin fonts lack.
    CHINESE,
    /// Somebody of the site's.
    PERSON
}
