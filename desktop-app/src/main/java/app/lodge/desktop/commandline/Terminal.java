package app.lodge.desktop.commandline;

import app.lodge.core.texts.Texts;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// What surrounds a command: where it prints, whom it may ask, and where sites lie.
///
/// @param out results; `err` what went wrong and what is going on
/// @param askSecret shows a question and reads without echo; empty where nobody sits at a terminal
/// @param defaultHome the home folder when `--home` is not given
/// @param workstation this machine's name, for the journal
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        Texts texts,
        Function<String, Optional<char[]>> askSecret,
        Path defaultHome,
        String workstation) {

    public static Terminal ofThisProcess(Texts texts, Path defaultHome, String workstation) {
        var charset = System.out.charset();
        return new Terminal(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                texts,
                question ->
                        Optional.ofNullable(System.console())
                                .filter(Console::isTerminal)
                                .map(console -> console.readPassword("%s", question)),
                defaultHome,
                workstation);
    }
}
