package app.lodge.desktop.designer;

import app.lodge.desktop.shell.Message;

/// What is to be said of an element.
///
/// @param element its id; of the layout where no element has it
/// @param blocks it cannot be published like this
public record Remark(String element, Message words, boolean blocks) {}
