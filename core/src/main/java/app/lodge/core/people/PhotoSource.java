package app.lodge.core.people;

/// How a photograph came.
public enum PhotoSource {
    /// Somebody at the desk saw the person, or chose and cut the one file.
    DESK,
    /// One of many files, matched by its name: nobody has looked at it yet.
    FOLDER
}
