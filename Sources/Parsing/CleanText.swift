internal import Markup

/// An id or an address as it was written, if nothing in it acts on a terminal or turns the text around;
/// else in one line and cleaned as titles are.
///
/// What is plain ASCII stays byte for byte: ids are compared.
func cleaned(_ text: String) -> String {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : oneLine(text, limit: .max)
}
