package app.lodge.desktop.commandline;

import app.lodge.core.texts.Texts;
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
        String workstation) {}
