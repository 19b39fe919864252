package app.lodge.desktop.commandline;

/// The site's doors for one signed-in operator, near or far.
///
/// Closing ends the session.
public interface Doors extends AutoCloseable {

    /// @param door the interface in core, such as `People.class`
    <D> D door(Class<D> door);

    /// Who is signed in.
    app.lodge.core.books.Actor actor();

    @Override
    void close();
}
